<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Diptych</source>
        <translation>Über Diptych</translation>
    </message>
    <message>
        <source>Diptych is free software under the Apache License 2.0.</source>
        <translation>Diptych ist freie Software unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>It stands on</source>
        <translation>Es baut auf</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>The faces are Literata and Inter, both under the SIL Open Font License 1.1.</source>
        <translation>Die Schriften sind Literata und Inter, beide unter der SIL Open Font License 1.1.</translation>
    </message>
    <message>
        <source>Two accounts of one event, side by side. Everything stays on this computer.</source>
        <translation>Zwei Berichte über ein Ereignis, nebeneinander. Alles bleibt auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>not found in this account</source>
        <translation>in diesem Bericht nicht gefunden</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Looking for this passage in the other accounts…</source>
        <translation>Diese Passage wird in den anderen Berichten gesucht…</translation>
    </message>
    <message>
        <source>No other account of this story is in the library.</source>
        <translation>Zu diesem Thema gibt es keinen weiteren Bericht in der Bibliothek.</translation>
    </message>
    <message>
        <source>Paste an article</source>
        <translation>Artikel einfügen</translation>
    </message>
    <message>
        <source>Put the cursor on a passage to see it in every account.</source>
        <translation>Setzen Sie den Cursor auf eine Passage, um sie in jedem Bericht zu sehen.</translation>
    </message>
    <message>
        <source>This passage in every account</source>
        <translation>Diese Passage in jedem Bericht</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>About Diptych</source>
        <translation>Über Diptych</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>Alle Befehle…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Zurück zum Text</translation>
    </message>
    <message>
        <source>Build the index anew</source>
        <translation>Index neu aufbauen</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>Close this pane</source>
        <translation>Diese Spalte schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy with source</source>
        <translation>Mit Quelle kopieren</translation>
    </message>
    <message>
        <source>Correct speaker or name…</source>
        <translation>Sprecher oder Namen berichtigen…</translation>
    </message>
    <message>
        <source>Delete this tag</source>
        <translation>Dieses Schlagwort löschen</translation>
    </message>
    <message>
        <source>Done, and next</source>
        <translation>Erledigt, dann weiter</translation>
    </message>
    <message>
        <source>End of the article</source>
        <translation>Ende des Artikels</translation>
    </message>
    <message>
        <source>Extend to the next passage</source>
        <translation>Bis zur nächsten Passage erweitern</translation>
    </message>
    <message>
        <source>Extend to the previous passage</source>
        <translation>Bis zur vorigen Passage erweitern</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Light, dark or as the system</source>
        <translation>Hell, dunkel oder wie das System</translation>
    </message>
    <message>
        <source>Link or unlink the passages of both sides</source>
        <translation>Stellen beider Seiten verknüpfen oder lösen</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Marks: quiet, standard, all</source>
        <translation>Markierungen: dezent, normal, alle</translation>
    </message>
    <message>
        <source>Move the end of a tag</source>
        <translation>Ende eines Schlagworts verschieben</translation>
    </message>
    <message>
        <source>Move the start of a tag</source>
        <translation>Anfang eines Schlagworts verschieben</translation>
    </message>
    <message>
        <source>Narrower unit</source>
        <translation>Engere Einheit</translation>
    </message>
    <message>
        <source>Next account of this passage</source>
        <translation>Nächster Bericht zu dieser Passage</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Next lone passage</source>
        <translation>Nächste Passage ohne Gegenstück</translation>
    </message>
    <message>
        <source>Next name</source>
        <translation>Nächster Name</translation>
    </message>
    <message>
        <source>Next of overlapping tags</source>
        <translation>Nächstes der überlappenden Schlagwörter</translation>
    </message>
    <message>
        <source>Next passage</source>
        <translation>Nächste Passage</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Next reported speech</source>
        <translation>Nächstes Zitat</translation>
    </message>
    <message>
        <source>Next tag on changed text</source>
        <translation>Nächstes Schlagwort auf geändertem Text</translation>
    </message>
    <message>
        <source>Next untagged passage</source>
        <translation>Nächste Passage ohne Schlagwort</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Textgröße</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open in the other pane</source>
        <translation>In der anderen Spalte öffnen</translation>
    </message>
    <message>
        <source>Open the sample library</source>
        <translation>Beispielbibliothek öffnen</translation>
    </message>
    <message>
        <source>Other side, at the linked passage</source>
        <translation>Andere Seite, bei der verknüpften Passage</translation>
    </message>
    <message>
        <source>Page back</source>
        <translation>Seite zurück</translation>
    </message>
    <message>
        <source>Page, then next article</source>
        <translation>Seite weiter, dann nächster Artikel</translation>
    </message>
    <message>
        <source>Paste as article</source>
        <translation>Als Artikel einfügen</translation>
    </message>
    <message>
        <source>Pick or create a tag…</source>
        <translation>Schlagwort wählen oder anlegen…</translation>
    </message>
    <message>
        <source>Pin the inspector</source>
        <translation>Inspektor anheften</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Previous account of this passage</source>
        <translation>Voriger Bericht zu dieser Passage</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Voriger Artikel</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Previous lone passage</source>
        <translation>Vorige Passage ohne Gegenstück</translation>
    </message>
    <message>
        <source>Previous name</source>
        <translation>Voriger Name</translation>
    </message>
    <message>
        <source>Previous passage</source>
        <translation>Vorige Passage</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Previous reported speech</source>
        <translation>Voriges Zitat</translation>
    </message>
    <message>
        <source>Previous tag on changed text</source>
        <translation>Voriges Schlagwort auf geändertem Text</translation>
    </message>
    <message>
        <source>Put this tag here instead</source>
        <translation>Dieses Schlagwort stattdessen hierher</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Read, nothing to tag</source>
        <translation>Gelesen, nichts zu verschlagworten</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Repeat the last tag</source>
        <translation>Letztes Schlagwort erneut vergeben</translation>
    </message>
    <message>
        <source>Scroll this pane alone, down</source>
        <translation>Nur diese Spalte abwärts scrollen</translation>
    </message>
    <message>
        <source>Scroll this pane alone, up</source>
        <translation>Nur diese Spalte aufwärts scrollen</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>Gemeinsam scrollen</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Search the library from the text</source>
        <translation>Vom Text aus die Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Start of the article</source>
        <translation>Anfang des Artikels</translation>
    </message>
    <message>
        <source>Swap the panes</source>
        <translation>Spalten tauschen</translation>
    </message>
    <message>
        <source>Tag with palette tag 1</source>
        <translation>Schlagwort 1 der Palette vergeben</translation>
    </message>
    <message>
        <source>Tag with palette tag 2</source>
        <translation>Schlagwort 2 der Palette vergeben</translation>
    </message>
    <message>
        <source>Tag with palette tag 3</source>
        <translation>Schlagwort 3 der Palette vergeben</translation>
    </message>
    <message>
        <source>Tag with palette tag 4</source>
        <translation>Schlagwort 4 der Palette vergeben</translation>
    </message>
    <message>
        <source>Tag with palette tag 5</source>
        <translation>Schlagwort 5 der Palette vergeben</translation>
    </message>
    <message>
        <source>Tag with palette tag 6</source>
        <translation>Schlagwort 6 der Palette vergeben</translation>
    </message>
    <message>
        <source>Tag with palette tag 7</source>
        <translation>Schlagwort 7 der Palette vergeben</translation>
    </message>
    <message>
        <source>Tag with palette tag 8</source>
        <translation>Schlagwort 8 der Palette vergeben</translation>
    </message>
    <message>
        <source>Tag with palette tag 9</source>
        <translation>Schlagwort 9 der Palette vergeben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Untag</source>
        <translation>Schlagwort entfernen</translation>
    </message>
    <message>
        <source>Wider unit</source>
        <translation>Weitere Einheit</translation>
    </message>
    <message>
        <source>Yes, this tag belongs there</source>
        <translation>Ja, dieses Schlagwort gehört dorthin</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>daneben</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>next account</source>
        <translation>nächster Bericht</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>other side</source>
        <translation>andere Seite</translation>
    </message>
    <message>
        <source>passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>pick</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Schlagwort</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>A command, or words of a headline</source>
        <translation>Ein Befehl oder Wörter einer Überschrift</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Commands and articles that match</source>
        <translation>Passende Befehle und Artikel</translation>
    </message>
    <message>
        <source>No command and no headline has these words.</source>
        <translation>Kein Befehl und keine Überschrift enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>CorrectionController</name>
    <message>
        <source>Corrected here</source>
        <translation>Hier berichtigt</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>Niemand ist genannt</translation>
    </message>
    <message>
        <source>Put the cursor of the other account on the passage to link with.</source>
        <translation>Setzen Sie den Cursor des anderen Berichts auf die Stelle, mit der verknüpft werden soll.</translation>
    </message>
    <message>
        <source>The article is still being read.</source>
        <translation>Der Artikel wird noch gelesen.</translation>
    </message>
    <message>
        <source>There is neither reported speech nor a name under the cursor.</source>
        <translation>Unter dem Cursor steht weder Rede noch ein Name.</translation>
    </message>
    <message>
        <source>What is “{name}”?</source>
        <translation>Was ist „{name}“?</translation>
    </message>
    <message>
        <source>Who says this?</source>
        <translation>Wer sagt das?</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>jemand oder etwas anderes</translation>
    </message>
    <message>
        <source>as it was found: {was}</source>
        <translation>wie gefunden: {was}</translation>
    </message>
    <message>
        <source>kind of name</source>
        <translation>Art des Namens</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>not {name}</source>
        <translation>nicht {name}</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>dasselbe</translation>
    </message>
</context>
<context>
    <name>CorrectionStrip</name>
    <message>
        <source>Correct what was found</source>
        <translation>Berichtigen, was gefunden wurde</translation>
    </message>
    <message>
        <source>Corrections that match</source>
        <translation>Passende Berichtigungen</translation>
    </message>
    <message>
        <source>as typed</source>
        <translation>wie eingegeben</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>berichtigen</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>in the whole library</source>
        <translation>in der ganzen Bibliothek</translation>
    </message>
    <message>
        <source>in this story</source>
        <translation>zu diesem Thema</translation>
    </message>
    <message>
        <source>kind of name corrected to: {kind}</source>
        <translation>Art des Namens berichtigt: {kind}</translation>
    </message>
    <message>
        <source>linked by hand with a passage of {file}</source>
        <translation>von Hand verknüpft mit einer Stelle in {file}</translation>
    </message>
    <message>
        <source>names joined by hand</source>
        <translation>Namen von Hand zusammengeführt</translation>
    </message>
    <message>
        <source>names told apart by hand</source>
        <translation>Namen von Hand getrennt</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>nothing was found there to correct</source>
        <translation>dort wurde nichts gefunden, was zu berichtigen wäre</translation>
    </message>
    <message>
        <source>speaker corrected to: {name}</source>
        <translation>Sprecher berichtigt: {name}</translation>
    </message>
    <message>
        <source>unlinked by hand from a passage of {file}</source>
        <translation>Verknüpfung mit einer Stelle in {file} von Hand gelöst</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>EdgeMover</name>
    <message>
        <source>Arrows move the end of “{tag}”; Enter keeps it, Esc leaves it.</source>
        <translation>Pfeile verschieben das Ende von „{tag}“; Enter behält es, Esc lässt es.</translation>
    </message>
    <message>
        <source>Arrows move the start of “{tag}”; Enter keeps it, Esc leaves it.</source>
        <translation>Pfeile verschieben den Anfang von „{tag}“; Enter behält ihn, Esc lässt ihn.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>AND needs something on both sides</source>
        <translation>AND braucht etwas auf beiden Seiten</translation>
    </message>
    <message>
        <source>Another program is saving “{name}” right now. Nothing was changed; try again.</source>
        <translation>Ein anderes Programm speichert gerade „{name}“. Es wurde nichts geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Diptych cannot write in its own folder “{folder}”: {reason}.</source>
        <translation>Diptych kann in seinem eigenen Ordner „{folder}“ nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>Diptych was closed before this article was analysed.</source>
        <translation>Diptych wurde geschlossen, bevor dieser Artikel ausgewertet war.</translation>
    </message>
    <message>
        <source>NOT needs something behind it</source>
        <translation>NOT braucht etwas hinter sich</translation>
    </message>
    <message>
        <source>OR needs something on both sides</source>
        <translation>OR braucht etwas auf beiden Seiten</translation>
    </message>
    <message>
        <source>Searched as plain words, because {reason}.</source>
        <translation>Nach den bloßen Wörtern gesucht, denn {reason}.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have: {reason}. Nothing saved was lost.</source>
        <translation>Etwas ist schiefgegangen, das nicht hätte schiefgehen dürfen: {reason}. Gespeichertes ging nicht verloren.</translation>
    </message>
    <message>
        <source>The analysis cannot be started; Diptych&apos;s log says why.</source>
        <translation>Die Auswertung kann nicht gestartet werden; warum, steht im Protokoll von Diptych.</translation>
    </message>
    <message>
        <source>The analysis of this article failed ({reason}).</source>
        <translation>Die Auswertung dieses Artikels ist fehlgeschlagen ({reason}).</translation>
    </message>
    <message>
        <source>The analysis of this article took longer than {seconds} seconds.</source>
        <translation>Die Auswertung dieses Artikels dauerte länger als {seconds} Sekunden.</translation>
    </message>
    <message>
        <source>The codebook in “{name}” cannot be read: {reason}.</source>
        <translation>Die Codebuch-Datei „{name}“ kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be opened: {reason}.</source>
        <translation>Der Ordner „{folder}“ kann nicht geöffnet werden: {reason}.</translation>
    </message>
    <message>
        <source>The folder “{path}” cannot be opened: {reason}.</source>
        <translation>Der Ordner „{path}“ kann nicht geöffnet werden: {reason}.</translation>
    </message>
    <message>
        <source>The index is being built: not everything is found yet.</source>
        <translation>Der Index wird gerade aufgebaut: Noch wird nicht alles gefunden.</translation>
    </message>
    <message>
        <source>The index is being written by another program.</source>
        <translation>Ein anderes Programm schreibt gerade den Index.</translation>
    </message>
    <message>
        <source>The library was closed.</source>
        <translation>Die Bibliothek wurde geschlossen.</translation>
    </message>
    <message>
        <source>The list of articles in “{folder}” cannot be used: {reason}.</source>
        <translation>Die Artikelliste in „{folder}“ ist nicht benutzbar: {reason}.</translation>
    </message>
    <message>
        <source>The list of articles in “{folder}” is damaged.</source>
        <translation>Die Liste der Artikel in „{folder}“ ist beschädigt.</translation>
    </message>
    <message>
        <source>The list of articles in “{folder}” is not ready yet.</source>
        <translation>Die Artikelliste in „{folder}“ ist noch nicht fertig.</translation>
    </message>
    <message>
        <source>The process that analysed this article ended unexpectedly.</source>
        <translation>Der Prozess, der diesen Artikel auswertete, endete unerwartet.</translation>
    </message>
    <message>
        <source>The tags in “{name}” cannot be read: {reason}.</source>
        <translation>Die Schlagwortdatei „{name}“ kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The tags of “{name}” were written by a newer version of Diptych. They can be read here, but not changed.</source>
        <translation>Die Schlagwörter von „{name}“ stammen aus einer neueren Version von Diptych. Sie können hier gelesen, aber nicht geändert werden.</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation>Es gibt keinen Ordner „{folder}“.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>There is no word in “{query}”: everything is shown.</source>
        <translation>In „{query}“ steht kein Wort: Alles wird angezeigt.</translation>
    </message>
    <message>
        <source>There was not enough memory for this article.</source>
        <translation>Für diesen Artikel reichte der Arbeitsspeicher nicht.</translation>
    </message>
    <message>
        <source>This library is open in another window, which is using what would be rebuilt. Close that window first.</source>
        <translation>Diese Bibliothek ist in einem anderen Fenster geöffnet, das gerade benutzt, was neu aufgebaut würde. Schließen Sie zuerst jenes Fenster.</translation>
    </message>
    <message>
        <source>You have no permission to read “{name}”.</source>
        <translation>Sie dürfen „{name}“ nicht lesen.</translation>
    </message>
    <message>
        <source>a bracket is closed that was never opened</source>
        <translation>eine Klammer wird geschlossen, die nie geöffnet wurde</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>eine Klammer ist nicht geschlossen</translation>
    </message>
    <message>
        <source>it holds a number that is too large</source>
        <translation>sie enthält eine zu große Zahl</translation>
    </message>
    <message>
        <source>it holds no annotations</source>
        <translation>sie enthält keine Anmerkungen</translation>
    </message>
    <message>
        <source>it holds no tags</source>
        <translation>sie enthält keine Schlagwörter</translation>
    </message>
    <message>
        <source>it is damaged in line {line}</source>
        <translation>sie ist in Zeile {line} beschädigt</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>die Anfrage ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>sie ist kein Text</translation>
    </message>
    <message>
        <source>its format is not stated</source>
        <translation>ihr Format ist nicht angegeben</translation>
    </message>
    <message>
        <source>“{field}:” needs a value behind it</source>
        <translation>„{field}:“ braucht einen Wert hinter sich</translation>
    </message>
    <message>
        <source>“{folder}” is a file, not a folder.</source>
        <translation>„{folder}“ ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>„{name}“ kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written in its folder, so it is kept as “{path}”.</source>
        <translation>„{name}“ kann nicht in den eigenen Ordner geschrieben werden und liegt deshalb als „{path}“.</translation>
    </message>
    <message>
        <source>“{name}” could not be read: {reason}.</source>
        <translation>„{name}“ konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved: another program keeps changing it. Try again.</source>
        <translation>„{name}“ konnte nicht gespeichert werden: Ein anderes Programm ändert die Datei fortwährend. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved: {reason}. What was saved before is unchanged.</source>
        <translation>„{name}“ konnte nicht gespeichert werden: {reason}. Was vorher gespeichert war, ist unverändert.</translation>
    </message>
    <message>
        <source>“{name}” holds no text.</source>
        <translation>„{name}“ enthält keinen Text.</translation>
    </message>
    <message>
        <source>“{name}” holds no web page.</source>
        <translation>„{name}“ enthält keine Webseite.</translation>
    </message>
    <message>
        <source>“{name}” is damaged. It was set aside as “{kept_as}”, and nothing in it is lost.</source>
        <translation>„{name}“ ist beschädigt. Die Datei wurde als „{kept_as}“ beiseitegelegt; nichts darin ist verloren.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>„{name}“ ist leer.</translation>
    </message>
    <message>
        <source>“{name}” is larger than 200 MB; it was not read.</source>
        <translation>„{name}“ ist größer als 200 MB und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>“{name}” is no longer there.</source>
        <translation>„{name}“ ist nicht mehr da.</translation>
    </message>
    <message>
        <source>“{name}” is not a text file.</source>
        <translation>„{name}“ ist keine Textdatei.</translation>
    </message>
    <message>
        <source>“{name}” is not an ordinary file.</source>
        <translation>„{name}“ ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>“{name}” is not of a format that can be read ({known}).</source>
        <translation>„{name}“ hat kein lesbares Format ({known}).</translation>
    </message>
    <message>
        <source>“{name}” is {kind}, not text.</source>
        <translation>„{name}“ ist kein Text, sondern: {kind}.</translation>
    </message>
    <message>
        <source>“{value}” is no date (2022, 2022-02, 2022-02-14, &gt;2022-02-14, 2022-02-14..2022-02-16)</source>
        <translation>„{value}“ ist kein Datum (2022, 2022-02, 2022-02-14, &gt;2022-02-14, 2022-02-14..2022-02-16)</translation>
    </message>
</context>
<context>
    <name>FacetBar</name>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Narrow the search</source>
        <translation>Suche eingrenzen</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>more…</source>
        <translation>mehr…</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%n quotes</source>
        <translation>
            <numerusform>%n Zitat</numerusform>
            <numerusform>%n Zitate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>%n Schlagwort</numerusform>
            <numerusform>%n Schlagwörter</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>updated {date}</source>
        <translation>aktualisiert {date}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>{current} von {total}</translation>
    </message>
</context>
<context>
    <name>Folding</name>
    <message numerus="yes">
        <source>%n lines of site furniture</source>
        <translation>
            <numerusform>%n Zeile Beiwerk der Website</numerusform>
            <numerusform>%n Zeilen Beiwerk der Website</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Links between the two articles</source>
        <translation>Verbindungen zwischen den beiden Artikeln</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>no date</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>nicht ausgewertet</translation>
    </message>
    <message>
        <source>outlet not known</source>
        <translation>Medium unbekannt</translation>
    </message>
    <message>
        <source>part %1 of %2</source>
        <translation>Teil %1 von %2</translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>aktualisiert %1</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Accounts</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Pages of the inspector</source>
        <translation>Seiten des Inspektors</translation>
    </message>
    <message>
        <source>Pinned. {key} lets it follow the cursor again.</source>
        <translation>Angeheftet. Mit {key} folgt er wieder dem Cursor.</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>InspectorController</name>
    <message numerus="yes">
        <source>%n could not be compared</source>
        <translation>
            <numerusform>%n ließ sich nicht vergleichen</numerusform>
            <numerusform>%n ließen sich nicht vergleichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still being compared</source>
        <translation>
            <numerusform>%n wird noch verglichen</numerusform>
            <numerusform>%n werden noch verglichen</numerusform>
        </translation>
    </message>
    <message>
        <source>corrected by hand</source>
        <translation>von Hand berichtigt</translation>
    </message>
    <message>
        <source>direct speech</source>
        <translation>wörtliche Rede</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>linked by hand</source>
        <translation>von Hand verknüpft</translation>
    </message>
    <message>
        <source>own voice</source>
        <translation>eigene Darstellung</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>reported speech</source>
        <translation>indirekte Rede</translation>
    </message>
    <message>
        <source>same wording</source>
        <translation>gleicher Wortlaut</translation>
    </message>
    <message>
        <source>wording differs</source>
        <translation>anderer Wortlaut</translation>
    </message>
    <message>
        <source>{found} of {all} accounts</source>
        <translation>{found} von {all} Berichten</translation>
    </message>
</context>
<context>
    <name>KeyHints</name>
    <message>
        <source>Keys: {keys}</source>
        <translation>Tasten: {keys}</translation>
    </message>
</context>
<context>
    <name>KeyLineList</name>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>In der Liste</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>Verschlagworten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wirkung</translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>Close and lose them</source>
        <translation>Schließen und sie verlieren</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open the sample library</source>
        <translation>Beispielbibliothek öffnen</translation>
    </message>
    <message>
        <source>Paste an article</source>
        <translation>Artikel einfügen</translation>
    </message>
    <message>
        <source>The other window that had this library open was closed: this one reads new files from now on.</source>
        <translation>Das andere Fenster mit dieser Bibliothek wurde geschlossen: Neue Dateien liest von jetzt an dieses ein.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy an article first, then paste it.</source>
        <translation>In der Zwischenablage ist kein Text. Kopieren Sie zuerst einen Artikel und fügen Sie ihn dann ein.</translation>
    </message>
    <message>
        <source>This is a sample library of invented articles, to try everything on. Your own begin with a folder, or with an article you copied.</source>
        <translation>Dies ist eine Beispielbibliothek mit erfundenen Artikeln, an denen Sie alles ausprobieren können. Ihre eigene beginnt mit einem Ordner oder mit einem kopierten Artikel.</translation>
    </message>
    <message>
        <source>This library is open in another window of yours. Reading and tagging work; new files show when that window has read them.</source>
        <translation>Diese Bibliothek ist bereits in einem anderen Fenster geöffnet. Lesen und Verschlagworten sind möglich; neue Dateien erscheinen, sobald jenes Fenster sie eingelesen hat.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>What Diptych had stored about this library was damaged. It is being built anew from the files; your articles and tags are not affected.</source>
        <translation>Was Diptych zu dieser Bibliothek gespeichert hatte, war beschädigt. Es wird aus den Dateien neu aufgebaut; Ihre Artikel und Schlagwörter sind nicht betroffen.</translation>
    </message>
    <message>
        <source>“{name}” is no longer in the folder. Its text stays here until you close it; its tags are kept.</source>
        <translation>„{name}“ ist nicht mehr im Ordner. Der Text bleibt hier, bis Sie ihn schließen; die Schlagwörter bleiben erhalten.</translation>
    </message>
</context>
<context>
    <name>LibraryList</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unreadable</source>
        <translation>
            <numerusform>%n nicht lesbar</numerusform>
            <numerusform>%n nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>No article matches “{query}”.</source>
        <translation>Kein Artikel passt zu „{query}“.</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Paste an article</source>
        <translation>Artikel einfügen</translation>
    </message>
    <message>
        <source>Reading the folder…</source>
        <translation>Der Ordner wird gelesen…</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>Alle Artikel zeigen</translation>
    </message>
    <message>
        <source>There are no articles here yet.</source>
        <translation>Hier gibt es noch keine Artikel.</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Not found in the facing account</source>
        <translation>Im Bericht gegenüber nicht gefunden</translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
</context>
<context>
    <name>MarkKind</name>
    <message>
        <source>Direct speech</source>
        <translation>Wörtliche Rede</translation>
    </message>
    <message>
        <source>Indirect speech</source>
        <translation>Indirekte Rede</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere Namen</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Quantities</source>
        <translation>Mengenangaben</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Wortlaut</translation>
    </message>
</context>
<context>
    <name>MarkLevel</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>dezent</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>normal</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>B&amp;earbeiten</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Lesen</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>&amp;Schlagwort</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>corrected by hand</source>
        <translation>von Hand berichtigt</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>other name</source>
        <translation>anderer Name</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
</context>
<context>
    <name>NamesPage</name>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>%n Nennung</numerusform>
            <numerusform>%n Nennungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Names in this article</source>
        <translation>Namen in diesem Artikel</translation>
    </message>
    <message>
        <source>No names were found in this article.</source>
        <translation>In diesem Artikel wurden keine Namen gefunden.</translation>
    </message>
    <message>
        <source>The article is being read…</source>
        <translation>Der Artikel wird ausgewertet…</translation>
    </message>
</context>
<context>
    <name>NoteController</name>
    <message>
        <source>Go on writing</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>Notes that you were writing and have not saved: {count}.</source>
        <translation>Notizen, die Sie geschrieben und nicht gespeichert haben: {count}.</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Not saved yet: your draft from before</source>
        <translation>Noch nicht gespeichert: Ihr Entwurf von vorhin</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note, in Markdown</source>
        <translation>Notiz, in Markdown</translation>
    </message>
    <message>
        <source>keep as draft</source>
        <translation>als Entwurf behalten</translation>
    </message>
    <message>
        <source>save</source>
        <translation>speichern</translation>
    </message>
</context>
<context>
    <name>NoteView</name>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Go on writing…</source>
        <translation>Weiterschreiben…</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Notiz schreiben…</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>More notes to go on with here: {count}</source>
        <translation>Weitere angefangene Notizen hier: {count}</translation>
    </message>
    <message>
        <source>On this article</source>
        <translation>Zu diesem Artikel</translation>
    </message>
    <message>
        <source>On this passage</source>
        <translation>Zu dieser Passage</translation>
    </message>
</context>
<context>
    <name>NumbersPage</name>
    <message>
        <source>In the whole story</source>
        <translation>Im ganzen Thema</translation>
    </message>
    <message>
        <source>No number of this story stands in several accounts, or none is compared yet.</source>
        <translation>Keine Zahl dieses Themas steht in mehreren Berichten, oder es wurde noch keine verglichen.</translation>
    </message>
    <message>
        <source>Numbers in every account</source>
        <translation>Zahlen in allen Berichten</translation>
    </message>
</context>
<context>
    <name>OrderButton</name>
    <message>
        <source>Best match</source>
        <translation>Beste Treffer</translation>
    </message>
    <message>
        <source>By headline</source>
        <translation>Nach Überschrift</translation>
    </message>
    <message>
        <source>By outlet</source>
        <translation>Nach Medium</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>Reihenfolge: {order}</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>Choose an article: {open} opens it, {beside} opens it beside another.</source>
        <translation>Wählen Sie einen Artikel: {open} öffnet ihn, {beside} öffnet ihn neben einem anderen.</translation>
    </message>
</context>
<context>
    <name>Passage</name>
    <message>
        <source>Linked with: %1</source>
        <translation>Verknüpft mit: %1</translation>
    </message>
    <message>
        <source>Not found in the facing account</source>
        <translation>Im Bericht gegenüber nicht gefunden</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>Said by: %1</source>
        <translation>Gesagt von: %1</translation>
    </message>
    <message>
        <source>Tagged: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>&amp;Name on your tags</source>
        <translation>&amp;Name an Ihren Schlagwörtern</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Beim Start</translation>
    </message>
    <message>
        <source>At the start, open</source>
        <translation>Beim Start öffnen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Marks in the text</source>
        <translation>Markierungen im Text</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>the library of last time</source>
        <translation>die zuletzt geöffnete Bibliothek</translation>
    </message>
    <message>
        <source>the sample library</source>
        <translation>die Beispielbibliothek</translation>
    </message>
</context>
<context>
    <name>QuotePage</name>
    <message>
        <source>Found in this account only</source>
        <translation>Nur in diesem Bericht gefunden</translation>
    </message>
    <message>
        <source>In the other accounts</source>
        <translation>In den anderen Berichten</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>Niemand ist genannt</translation>
    </message>
    <message>
        <source>The cursor is not on reported speech. {key} goes to the next.</source>
        <translation>Der Cursor steht nicht auf einem Zitat. {key} führt zum nächsten.</translation>
    </message>
    <message>
        <source>The other accounts are still being compared</source>
        <translation>Die anderen Berichte werden noch verglichen</translation>
    </message>
    <message>
        <source>The same words elsewhere</source>
        <translation>Dieselben Worte anderswo</translation>
    </message>
    <message>
        <source>cue: “{words}”</source>
        <translation>Redeeinleitung: „{words}“</translation>
    </message>
    <message>
        <source>direct speech</source>
        <translation>wörtliche Rede</translation>
    </message>
    <message>
        <source>reported in other words</source>
        <translation>sinngemäß wiedergegeben</translation>
    </message>
    <message>
        <source>speaker corrected by hand</source>
        <translation>Sprecher von Hand berichtigt</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Accounts of this story</source>
        <translation>Berichte zu diesem Thema</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Show the library</source>
        <translation>Bibliothek zeigen</translation>
    </message>
</context>
<context>
    <name>RelatingController</name>
    <message>
        <source>Found in no other account of this story</source>
        <translation>In keinem anderen Bericht zu diesem Thema gefunden</translation>
    </message>
    <message>
        <source>Not found in the facing account</source>
        <translation>Im Bericht gegenüber nicht gefunden</translation>
    </message>
    <message>
        <source>Not found in the facing account; {told} of {others} others tell it</source>
        <translation>Im Bericht gegenüber nicht gefunden; {told} von {others} anderen berichten es</translation>
    </message>
</context>
<context>
    <name>Remap</name>
    <message>
        <source>The palette still shows {digit} beside a tag, but the key {digit} no longer gives it.</source>
        <translation>Die Palette zeigt {digit} noch neben einem Schlagwort, aber die Taste {digit} vergibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This key cannot be told from others. Press another.</source>
        <translation>Diese Taste lässt sich nicht von anderen unterscheiden. Drücken Sie eine andere.</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>in the list</source>
        <translation>in der Liste</translation>
    </message>
    <message>
        <source>in the list and the panes</source>
        <translation>in der Liste und den Spalten</translation>
    </message>
    <message>
        <source>in the panes</source>
        <translation>in den Spalten</translation>
    </message>
    <message>
        <source>in the panes and the list of tags to look at</source>
        <translation>in den Spalten und in der Liste der Schlagwörter zum Ansehen</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>{key} already stands for “{command}” {place}.</source>
        <translation>{key} steht schon für „{command}“ ({place}).</translation>
    </message>
    <message>
        <source>{key} belongs to the system, which may never pass it on. Press another.</source>
        <translation>{key} gehört dem System, das die Taste womöglich nie weitergibt. Drücken Sie eine andere.</translation>
    </message>
    <message>
        <source>{key} is needed while typing, and this command acts while typing too. Press it with Ctrl, or a function key.</source>
        <translation>{key} wird beim Schreiben gebraucht, und dieser Befehl wirkt auch beim Schreiben. Drücken Sie sie mit Strg oder eine Funktionstaste.</translation>
    </message>
    <message>
        <source>{key} needs AltGr, or is the same as AltGr, on many keyboards. Press another.</source>
        <translation>{key} braucht auf vielen Tastaturen AltGr oder ist dasselbe wie AltGr. Drücken Sie eine andere.</translation>
    </message>
    <message>
        <source>{key} opens a menu. Press another.</source>
        <translation>{key} öffnet ein Menü. Drücken Sie eine andere.</translation>
    </message>
    <message>
        <source>{key} stands for “{one}” and for “{other}”: neither works.</source>
        <translation>{key} steht für „{one}“ und für „{other}“: Keiner von beiden wirkt.</translation>
    </message>
    <message>
        <source>“{command}” no longer has {key}.</source>
        <translation>„{command}“ hat {key} nicht mehr.</translation>
    </message>
    <message>
        <source>“{command}” now has no key.</source>
        <translation>„{command}“ hat jetzt keine Taste.</translation>
    </message>
    <message>
        <source>“{command}” now has {keys}.</source>
        <translation>„{command}“ hat jetzt {keys}.</translation>
    </message>
</context>
<context>
    <name>RemapDialog</name>
    <message>
        <source>A command, or a key such as {key}</source>
        <translation>Ein Befehl oder eine Taste wie {key}</translation>
    </message>
    <message>
        <source>All commands have their standard keys again.</source>
        <translation>Alle Befehle haben wieder ihre Standardtasten.</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No command has these words or this key.</source>
        <translation>Kein Befehl hat diese Wörter oder diese Taste.</translation>
    </message>
    <message>
        <source>Press a key for “{command}”</source>
        <translation>Drücken Sie eine Taste für „{command}“</translation>
    </message>
    <message>
        <source>Press one more key for “{command}”</source>
        <translation>Drücken Sie eine weitere Taste für „{command}“</translation>
    </message>
    <message>
        <source>Press the key for “{command}” in place of {key}</source>
        <translation>Drücken Sie für „{command}“ die Taste, die {key} ersetzt</translation>
    </message>
    <message>
        <source>Standard keys for all</source>
        <translation>Standardtasten für alle</translation>
    </message>
    <message>
        <source>The last change was undone.</source>
        <translation>Die letzte Änderung wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{key} is its key already. Press another.</source>
        <translation>{key} ist schon die Taste dafür. Drücken Sie eine andere.</translation>
    </message>
</context>
<context>
    <name>RemapStrip</name>
    <message>
        <source>Add a key…</source>
        <translation>Taste hinzufügen…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Esc leaves it as it is. Backspace takes its keys away.</source>
        <translation>Esc lässt alles, wie es ist. Die Rücktaste nimmt die Tasten weg.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Standard keys</source>
        <translation>Standardtasten</translation>
    </message>
    <message>
        <source>Use it here instead</source>
        <translation>Stattdessen hier verwenden</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Read, nothing to tag</source>
        <translation>Gelesen, nichts zu verschlagworten</translation>
    </message>
    <message>
        <source>before:</source>
        <translation>vorher:</translation>
    </message>
    <message>
        <source>changed words – {percent} % sure</source>
        <translation>geänderter Wortlaut – zu {percent} % sicher</translation>
    </message>
    <message>
        <source>fits more than one place – this one {percent} %</source>
        <translation>passt an mehrere Stellen – hier zu {percent} %</translation>
    </message>
    <message>
        <source>not found – kept until you decide</source>
        <translation>nicht gefunden – bleibt, bis Sie entscheiden</translation>
    </message>
    <message>
        <source>now:</source>
        <translation>jetzt:</translation>
    </message>
    <message>
        <source>the same words among others – {percent} % sure</source>
        <translation>derselbe Wortlaut zwischen anderem – zu {percent} % sicher</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>No place was found for this tag.</source>
        <translation>Für dieses Schlagwort wurde keine Stelle gefunden.</translation>
    </message>
</context>
<context>
    <name>ReviewSection</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Here instead</source>
        <translation>Besser hier</translation>
    </message>
    <message>
        <source>Tags on changed text</source>
        <translation>Schlagwörter auf geändertem Text</translation>
    </message>
    <message>
        <source>The text has changed. Tags to look at: {count}</source>
        <translation>Der Text hat sich geändert. Schlagwörter zum Ansehen: {count}</translation>
    </message>
    <message>
        <source>Yes, there</source>
        <translation>Ja, dort</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Words, “phrases”, outlet:, date:, name:, tag:, AND, OR, NOT</source>
        <translation>Wörter, „Wortfolgen“, outlet:, date:, name:, tag:, AND, OR, NOT</translation>
    </message>
</context>
<context>
    <name>StatusController</name>
    <message>
        <source>Analysing {done} of {total} articles</source>
        <translation>Auswertung: {done} von {total} Artikeln</translation>
    </message>
    <message>
        <source>Indexing {done} of {total} articles</source>
        <translation>Index: {done} von {total} Artikeln</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Reading {done} of {total} files</source>
        <translation>Einlesen: {done} von {total} Dateien</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichert…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop: {work}</source>
        <translation>Anhalten: {work}</translation>
    </message>
</context>
<context>
    <name>StepController</name>
    <message>
        <source>No other account of this story is in the library.</source>
        <translation>Zu diesem Thema gibt es keinen weiteren Bericht in der Bibliothek.</translation>
    </message>
    <message>
        <source>This was the last article of the list.</source>
        <translation>Das war der letzte Artikel der Liste.</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n Bericht</numerusform>
            <numerusform>%n Berichte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n origins</source>
        <translation>
            <numerusform>%n Quelle</numerusform>
            <numerusform>%n Quellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts</source>
        <translation>
            <numerusform>%n Text</numerusform>
            <numerusform>%n Texte</numerusform>
        </translation>
    </message>
    <message>
        <source>likely a copy of {outlet}, {share} %</source>
        <translation>wohl eine Kopie von {outlet}, {share} %</translation>
    </message>
    <message>
        <source>likely one source with {outlet}</source>
        <translation>wohl gemeinsame Quelle mit {outlet}</translation>
    </message>
    <message>
        <source>likely reworded from {outlet}, {share} %</source>
        <translation>wohl umformuliert aus {outlet}, {share} %</translation>
    </message>
    <message>
        <source>not the same, but both can be true</source>
        <translation>nicht gleich, aber beides kann stimmen</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>reported in other words</source>
        <translation>in anderen Worten wiedergegeben</translation>
    </message>
    <message>
        <source>same wording</source>
        <translation>gleicher Wortlaut</translation>
    </message>
    <message>
        <source>the figures differ</source>
        <translation>die Zahlen widersprechen sich</translation>
    </message>
    <message numerus="yes">
        <source>the same in %n accounts</source>
        <translation>
            <numerusform>in %n Bericht</numerusform>
            <numerusform>gleich in %n Berichten</numerusform>
        </translation>
    </message>
    <message>
        <source>the same, rounded</source>
        <translation>gleich, gerundet</translation>
    </message>
    <message>
        <source>wording differs</source>
        <translation>anderer Wortlaut</translation>
    </message>
    <message>
        <source>{least}–{most} origins</source>
        <translation>{least}–{most} Quellen</translation>
    </message>
</context>
<context>
    <name>StoryController</name>
    <message numerus="yes">
        <source>%n only here</source>
        <translation>
            <numerusform>%n nur hier</numerusform>
            <numerusform>%n nur hier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Overview of the article</source>
        <translation>Überblick über den Artikel</translation>
    </message>
</context>
<context>
    <name>TagController</name>
    <message>
        <source>Chosen: {tags}</source>
        <translation>Gewählt: {tags}</translation>
    </message>
    <message>
        <source>Every passage of this article is tagged, or marked as read.</source>
        <translation>Jede Passage dieses Artikels ist verschlagwortet oder als gelesen markiert.</translation>
    </message>
    <message>
        <source>No tag has the digit {digit} yet.</source>
        <translation>Noch hat kein Schlagwort die Ziffer {digit}.</translation>
    </message>
    <message>
        <source>No tag stands on this passage.</source>
        <translation>Diese Passage trägt kein Schlagwort.</translation>
    </message>
    <message>
        <source>No tag was used yet.</source>
        <translation>Es wurde noch kein Schlagwort vergeben.</translation>
    </message>
    <message>
        <source>passage {number} of {all}</source>
        <translation>Passage {number} von {all}</translation>
    </message>
    <message>
        <source>{tagged} tagged</source>
        <translation>{tagged} verschlagwortet</translation>
    </message>
</context>
<context>
    <name>TagNotices</name>
    <message>
        <source>Bring the backup back</source>
        <translation>Sicherung zurückholen</translation>
    </message>
    <message>
        <source>Left as it is: somebody else has changed the same tag since.</source>
        <translation>Unverändert gelassen: Jemand anderes hat dasselbe Schlagwort seither geändert.</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>The text of “{name}” has changed. Its tags – {counts}.</source>
        <translation>Der Text von „{name}“ hat sich geändert. Die Schlagwörter – {counts}.</translation>
    </message>
    <message>
        <source>This changed tags of articles that are not open: {names}.</source>
        <translation>Das hat Schlagwörter in Artikeln geändert, die nicht geöffnet sind: {names}.</translation>
    </message>
    <message>
        <source>moved with their words: {count}</source>
        <translation>mit ihren Worten gewandert: {count}</translation>
    </message>
    <message>
        <source>not found, but kept: {count}</source>
        <translation>nicht gefunden, aber aufgehoben: {count}</translation>
    </message>
    <message>
        <source>on words that changed: {count}</source>
        <translation>auf geänderten Worten: {count}</translation>
    </message>
</context>
<context>
    <name>TagPalette</name>
    <message>
        <source>Read, and there is nothing to tag</source>
        <translation>Gelesen, und es gibt nichts zu verschlagworten</translation>
    </message>
    <message>
        <source>Tag palette</source>
        <translation>Schlagwortpalette</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>TagStrip</name>
    <message>
        <source>Name of the tag</source>
        <translation>Name des Schlagworts</translation>
    </message>
    <message>
        <source>New tag “{name}”</source>
        <translation>Neues Schlagwort „{name}“</translation>
    </message>
    <message>
        <source>Pick a tag</source>
        <translation>Schlagwort wählen</translation>
    </message>
    <message>
        <source>Tags that match</source>
        <translation>Passende Schlagwörter</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Schlagwort…</translation>
    </message>
    <message>
        <source>and stay</source>
        <translation>und bleiben</translation>
    </message>
    <message>
        <source>apply</source>
        <translation>vergeben</translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message>
        <source>New tag “{name}”</source>
        <translation>Neues Schlagwort „{name}“</translation>
    </message>
</context>
<context>
    <name>TagsPage</name>
    <message>
        <source>Filter by tag, words or note</source>
        <translation>Nach Schlagwort, Wörtern oder Notiz filtern</translation>
    </message>
    <message>
        <source>Nothing is tagged in this article yet. {pick} picks a tag.</source>
        <translation>In diesem Artikel ist noch nichts verschlagwortet. {pick} wählt ein Schlagwort.</translation>
    </message>
    <message>
        <source>Tagged passages</source>
        <translation>Verschlagwortete Passagen</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Each pane scrolls alone</source>
        <translation>Jede Spalte scrollt für sich</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Marks: {level}</source>
        <translation>Markierungen: {level}</translation>
    </message>
    <message>
        <source>Show fewer or more marks in the text</source>
        <translation>Weniger oder mehr Markierungen im Text zeigen</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Gleichlauf</translation>
    </message>
    <message>
        <source>The panes scroll together</source>
        <translation>Die Spalten scrollen gemeinsam</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Open a folder of articles</source>
        <translation>Ordner mit Artikeln öffnen</translation>
    </message>
</context>
</TS>
