"""`python -m reader`: the same as the command `pullquote`."""

from reader.cli import main

if __name__ == "__main__":
    main()
