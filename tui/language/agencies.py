"""News agencies, by the names and letters under which copy credits them."""

import re
from typing import Final

AGENCIES: Final = {
    "Reuters": "Reuters",
    "Thomson Reuters": "Reuters",
    "AP": "Associated Press",
    "Associated Press": "Associated Press",
    "The Associated Press": "Associated Press",
    "AFP": "Agence France-Presse",
    "Agence France-Presse": "Agence France-Presse",
    "UPI": "United Press International",
    "United Press International": "United Press International",
    "PA": "PA Media",
    "PA Media": "PA Media",
    "Press Association": "PA Media",
    "DPA": "dpa",
    "dpa": "dpa",
    "ANI": "ANI",
    "PTI": "Press Trust of India",
    "Press Trust of India": "Press Trust of India",
    "IANS": "IANS",
    "TASS": "TASS",
    "ITAR-TASS": "TASS",
    "RIA Novosti": "RIA Novosti",
    "Interfax": "Interfax",
    "Xinhua": "Xinhua",
    "Xinhua News Agency": "Xinhua",
    "Yonhap": "Yonhap",
    "Kyodo": "Kyodo",
    "Kyodo News": "Kyodo",
    "KCNA": "KCNA",
    "Bloomberg": "Bloomberg",
    "Bloomberg News": "Bloomberg",
    "EFE": "EFE",
    "ANSA": "ANSA",
    "PAP": "PAP",
    "Canadian Press": "The Canadian Press",
    "The Canadian Press": "The Canadian Press",
    "AAP": "AAP",
    "IRNA": "IRNA",
    "Anadolu Agency": "Anadolu Agency",
    "AA": "Anadolu Agency",
    "Bernama": "Bernama",
    "Antara": "Antara",
    "Ukrinform": "Ukrinform",
    "BNO News": "BNO News",
}
"""The agency behind each name."""

_ANY: Final = re.compile(
    r"(?<![\w-])(?:" + "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True)) + r")(?![\w-])"
)


def agency_in(text: str) -> str | None:
    """Return the agency that a byline, dateline or credit names; ``None`` where it names none."""
    found = _ANY.search(text)
    return AGENCIES[found.group()] if found else None
