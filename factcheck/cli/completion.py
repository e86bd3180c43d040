"""``factcheck completion``."""

from __future__ import annotations

import click

from factcheck.cli.output import show


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion of this command for a shell: eval "$(factcheck completion bash)"."""
    from click.shell_completion import get_completion_class

    from factcheck.cli.commands import main

    kind = get_completion_class(shell)
    assert kind is not None
    show(kind(main, {}, "factcheck", "_FACTCHECK_COMPLETE").source() + "\n")
