"""An article to run commands on, and one run of the command in this process."""

import pytest

from reader import cli

ARTICLE = """The Weir Is Shut

By Ida Stone

The weir at Holm was shut on Friday. “Nobody asked us,” said Otto Reed, a miller at the Holm Mill. “Nobody will.”

Ana Brook, the mayor of Holm, said that the gates were old. “They had to go,” she said.
"""


def run(capsys, *args):
    """The exit status, standard output and standard error of one run in this process."""
    with pytest.raises(SystemExit) as end:
        cli.main([str(arg) for arg in args])
    out, err = capsys.readouterr()
    return end.value.code, out, err
