"""The desk's own themes and the colours it derives from any theme."""

import os
from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="sidebyline",
    primary="#82aaff",
    secondary="#7a88b8",
    warning="#ffc777",
    error="#ff757f",
    success="#8fd6a0",
    accent="#c099ff",
    foreground="#dcdfe8",
    background="#14151a",
    surface="#191b22",
    panel="#1d2028",
    variables={"desk-raised": "#262c38", "desk-mast": "#1b1e26", "desk-rule": "#3a4050", "desk-faint": "#7c8496"},
)
LIGHT: Final = Theme(
    name="sidebyline-light",
    primary="#1f4fbf",
    secondary="#4a5a80",
    warning="#8a5a00",
    error="#b3172b",
    success="#1b6e3a",
    accent="#6f35b0",
    foreground="#1d2026",
    background="#fbfaf7",
    surface="#f4f2ec",
    panel="#efece4",
    dark=False,
    variables={"desk-raised": "#e3e8f4", "desk-mast": "#f1efe8", "desk-rule": "#c4c0b4", "desk-faint": "#6a6c74"},
)
CONTRAST: Final = Theme(
    name="high-contrast",
    primary="#5cc8ff",
    secondary="#ffffff",
    warning="#ffe600",
    error="#ff8080",
    success="#66ff8c",
    accent="#e0a8ff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#0a0a0a",
    variables={"desk-raised": "#003a70", "desk-mast": "#141414", "desk-rule": "#b0b0b0", "desk-faint": "#d0d0d0"},
)
COLOUR_BLIND: Final = Theme(
    name="colour-blind",
    primary="#56b4e9",
    secondary="#8c9bb0",
    warning="#f0e442",
    error="#f28e4b",
    success="#2fc8a0",
    accent="#e0a3c8",
    foreground="#e2e4ea",
    background="#14151a",
    surface="#191b22",
    panel="#1d2028",
    variables={"desk-raised": "#233245", "desk-mast": "#1b1e26", "desk-rule": "#3f4656", "desk-faint": "#8b93a5"},
)
"""The palette of Okabe and Ito (2008), lightened for a dark ground."""

OWN: Final = (DARK, LIGHT, CONTRAST, COLOUR_BLIND)
"""The desk's own themes."""

_LIGHT_GROUNDS: Final = frozenset({"7", "15"})


def first_theme() -> str:
    """Return the theme that suits the terminal: no colours of its own under ``NO_COLOR``, light on a light ground."""
    ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    if "NO_COLOR" in os.environ or os.environ.get("TERM", "").endswith(("-mono", "vt100", "vt220")):
        return "ansi-light" if ground in _LIGHT_GROUNDS else "ansi-dark"
    return LIGHT.name if ground in _LIGHT_GROUNDS else DARK.name


def derived(variables: dict[str, str], theme: Theme) -> dict[str, str]:
    """Return the colours that the desk's style sheet uses, taken from the theme where it does not state them itself."""
    own = {
        "desk-raised": variables["surface-lighten-1" if theme.dark else "surface-darken-1"],
        "desk-mast": variables["surface"],
        "desk-rule": variables["surface-lighten-3" if theme.dark else "surface-darken-3"],
        "desk-faint": f"{variables['foreground']} 60%",
        "desk-conflict": variables["text-error"],
        "desk-differs": variables["text-warning"],
        "desk-spelling": variables["text-success"],
        "desk-attribution": variables["text-accent"],
        "desk-certainty": variables["text-primary"],
        "desk-accent": variables["text-primary"],
    }
    if theme.ansi:
        own |= {
            "desk-raised": "ansi_default",
            "desk-mast": "ansi_default",
            "desk-rule": "ansi_default",
            "desk-faint": "ansi_default",
        }
        own |= {"desk-conflict": "ansi_red", "desk-differs": "ansi_yellow", "desk-spelling": "ansi_green"}
        own |= {"desk-attribution": "ansi_magenta", "desk-certainty": "ansi_blue", "desk-accent": "ansi_blue"}
    if theme in OWN:
        own |= {"desk-conflict": str(theme.error), "desk-differs": str(theme.warning), "desk-spelling": str(theme.success)}
        own |= {"desk-attribution": str(theme.accent), "desk-certainty": theme.primary, "desk-accent": theme.primary}
    return {**own, **variables}
