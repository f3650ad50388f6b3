"""What the program shows and ships as files: icons, themes, fonts, the sample library, help.

Every file is found with ``importlib.resources.files("diptych_resources") / …``, in a checkout, an
installed copy and a frozen program alike.
"""
