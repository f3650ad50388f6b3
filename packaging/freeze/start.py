"""Where the frozen program begins, both the one with a console and the one without."""

from diptych.__main__ import main

if __name__ == "__main__":
    main()
