"""`tutela serve`: an installation at work."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import click

from tutela.doors.cli.ground import data_option, ground
from tutela.doors.cli.processes import Processes, Stop, stoppable, web


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on."
)
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Web processes.")
@click.option("--threads", default=4, show_default=True, type=click.IntRange(1, 64), help="Threads in each.")
@click.option("--certificate", type=click.Path(exists=True, dir_okay=False), help="TLS certificate (PEM).")
@click.option("--key", type=click.Path(exists=True, dir_okay=False), help="Its private key (PKCS#8, PEM).")
@data_option
def command(
    host: str,
    port: int,
    workers: int,
    threads: int,
    certificate: str | None,
    key: str | None,
    data: Path | None,
) -> None:
    """Serve an installation, with its worker, until stopped.

    It starts only with good keys, each 32 random bytes or more in URL-safe base64:

    \b
      TUTELA_SECRET_KEY    signs sessions and forms
      TUTELA_MASTER_KEY    wraps each person's key
      TUTELA_SIGNING_KEY   signs the journal's tree heads
      (or NAME_FILE, a file that holds it)

    and with the names it is reached by (TUTELA_HOSTS=a.example,b.example). DATABASE_URL names the
    PostgreSQL server (15 or later; without it the embedded one serves), KEYS_DATABASE_URL another one for
    the keys. Pages go out over TLS only: give --certificate and --key, or set TUTELA_BEHIND_PROXY=1 behind
    a proxy that ends TLS and sets X-Forwarded-Proto. A schema that is behind is not changed here: run
    `tutela migrate` first. DEBUG does not exist.
    """
    if bool(certificate) != bool(key):
        raise click.UsageError("--certificate and --key belong together.")
    os.environ["TUTELA_MODE"] = "production"
    from tutela.config import keys

    keys.of_production()  # bad keys end it here, before anything starts
    keys.hosts_of_production()
    try:
        with stoppable(), ground(data, migrated=False), Processes() as processes:
            look_before_serving()
            more = ["--ssl-certificate", certificate, "--ssl-keyfile", key] if certificate and key else []
            processes.start("worker", "tutela", "worker", env={"TUTELA_STARTED": "1"})
            web(processes, host, port, workers=workers, threads=threads, more=more)
            from tutela.config.logs import event

            event("server.started", port=port, workers=workers, mode="production")
            processes.watch()
    except Stop:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def look_before_serving() -> None:
    """Collect the static files; end if the schema is not that of this version."""
    from django.core.management import call_command

    from tutela.config.migrating import pending

    if names := pending():
        some = ", ".join(names[:5]) + (", …" if len(names) > 5 else "")
        raise click.ClickException(f"The schema is behind by {len(names)} ({some}). Run: ./tutela migrate")
    call_command("check", deploy=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
