"""The reader's configuration, and the few things the desk remembers from one story to the next."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tui.app.keymap import Keymap, keymap


@dataclass(frozen=True, slots=True)
class Config:
    """What ``config.toml`` asks for, and what is wrong with it."""

    keys: Keymap = field(default_factory=lambda: keymap({})[0])
    """The keys, built-in ones replaced by the reader's."""
    theme: str | None = None
    """The theme to start with; ``None`` leaves it to what was chosen last."""
    mouse: bool = True
    """False where the terminal's own selection is wanted."""
    troubles: tuple[str, ...] = ()
    """A sentence for everything that was refused."""


def config_path() -> Path:
    """Return where the configuration is looked for."""
    from platformdirs import user_config_path  # noqa: PLC0415  # only the real desk needs it

    return user_config_path("sidebyline", appauthor=False) / "config.toml"


def configured(path: Path) -> Config:
    """Return the configuration at ``path``; one that is not there or cannot be read changes nothing and says so."""
    try:
        stated = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        return Config(troubles=(f"{path} cannot be read ({error}); the built-in keys are in use.",))
    except tomllib.TOMLDecodeError as error:
        return Config(troubles=(f"{path} is not TOML ({error}); the built-in keys are in use.",))
    return _understood(stated)


def _understood(stated: Mapping[str, object]) -> Config:
    """Return what is asked for, with a sentence for each thing that is not understood."""
    troubles = [
        f"“{name}” is not a setting; keys, theme and mouse are." for name in stated if name not in {"keys", "theme", "mouse"}
    ]
    own: dict[str, list[str]] = {}
    table = stated.get("keys", {})
    if not isinstance(table, dict):
        troubles.append('“keys” must be a table of command names: [keys] and below it mark = ["m"].')
        table = {}
    for name, keys in table.items():
        listed = [keys] if isinstance(keys, str) else keys
        if isinstance(listed, list) and all(isinstance(key, str) for key in listed):
            own[str(name)] = [str(key) for key in listed]
        else:
            troubles.append(f"The keys of “{name}” must be text, or a list of texts.")
    found, refused = keymap(own)
    theme, mouse = stated.get("theme"), stated.get("mouse", True)
    if not isinstance(mouse, bool):
        troubles.append("“mouse” must be true or false.")
    if theme is not None and not isinstance(theme, str):
        troubles.append("“theme” must be the name of a theme; t lists them.")
    return Config(found, theme if isinstance(theme, str) else None, mouse is not False, (*troubles, *refused))


class Memory:
    """What the desk remembers whatever the story: the theme, the size and side of the lower pane, whether the tour was taken."""

    def __init__(self, path: Path | None) -> None:
        """Read what is remembered at ``path``; ``None`` remembers until the end of the process."""
        self._path = path
        self._kept: dict[str, str] = {}
        if path is not None:
            try:
                kept = json.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                return
            if isinstance(kept, dict):
                self._kept = {str(name): str(value) for name, value in kept.items()}

    def recall(self, name: str, otherwise: str = "") -> str:
        """Return what is remembered under ``name``."""
        return self._kept.get(name, otherwise)

    def keep(self, **things: str) -> None:
        """Remember these; a folder that cannot be written only shortens the memory."""
        if all(self._kept.get(name) == value for name, value in things.items()):
            return
        self._kept |= things
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(self._kept, indent=1), encoding="utf-8")
        except OSError:
            self._path = None


def memory_path() -> Path:
    """Return where the desk's memory is kept."""
    from platformdirs import user_state_path  # noqa: PLC0415  # only the real desk needs it

    return user_state_path("sidebyline", appauthor=False) / "desk.json"
