"""What the accounts of a story name, each by itself."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from diptych.analysis.aliases import PersonName
from diptych.analysis.groups import Groups
from diptych.model.reading import Entity
from diptych.model.story import Member


class Named:
    """One entity of one account."""

    def __init__(self, member: Member, entity: Entity) -> None:
        self.member, self.entity = member, entity
        self.path = member.article.path
        text = member.article.text
        self.forms = Counter(span.text_in(text) for span in entity.mentions)

    @cached_property
    def full(self) -> list[str]:
        """Its forms of more than one name, the most used first."""
        return [form for form, _ in self.forms.most_common() if PersonName.of(form).first]


NamedGroups = Groups[Named]
