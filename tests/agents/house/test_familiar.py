import re

import pytest

from agents.house.familiar import familiar, load_familiar, says_tu
from agents.house.phrases import load_phrases, load_table

SPOKEN = {
    key: phrases for key, phrases in load_phrases("fr").items() if not key.startswith(("named.", "ask.", "greet."))
}
MASCULINE = {"argent", "budget", "choix", "contraste", "côté", "hôte", "neutre", "rythme", "style"}


@pytest.mark.parametrize(
    ("formal", "tu"),
    [
        ("Mettez {anchor} avec {rest}", "Mets {anchor} avec {rest}"),
        ("que vous aimez", "que tu aimes"),
        ("même si vous l'aviez demandé", "même si tu l'avais demandé"),
        ("je vous habille", "je t'habille"),
        ("chez vous avant le grand jour", "chez toi avant le grand jour"),
        ("c'est bien vous", "c'est bien toi"),
        ("Qu'avez-vous d'autre ?", "Qu'as-tu d'autre ?"),
        ("Arrêtez-vous là", "Arrête-toi là"),
        ("quand vous vous asseyez", "quand tu t'assieds"),
        ("Profitez-en bien", "Profites-en bien"),
        ("À votre place, ou selon vos goûts", "À ta place, ou selon tes goûts"),
        ("vous y retrouverez {priced}", "tu y retrouveras {priced}"),
        ("dites-le-moi", "dis-le-moi"),
        ("assez chaud chez le voisin", "assez chaud chez le voisin"),
    ],
)
def test_vous_becomes_tu(formal: str, tu: str) -> None:
    assert familiar(formal) == tu


def test_no_phrase_keeps_a_vous_and_none_loses_a_slot() -> None:
    spoken = load_familiar()
    for key, phrases in SPOKEN.items():
        for phrase, text in zip(phrases, spoken[key], strict=True):
            assert not re.search(r"\b(vous|votre|vos)\b", text, re.IGNORECASE), text
            assert not re.search(r"\b(?!chez|assez|nez)\w+ez\b", text, re.IGNORECASE), text
            assert re.findall(r"\{[\w.]+\}", text) == re.findall(r"\{[\w.]+\}", phrase)
            assert not re.search(r"\bte [aeiouyéèêh]", text), text


def test_every_noun_that_is_somebodys_has_a_known_gender() -> None:
    nouns = {noun for phrases in SPOKEN.values() for text in phrases for noun in re.findall(r"\bvotre ([\w-]+)", text)}
    assert nouns <= {*load_table("familiar_fr")["words"]["feminine"], *MASCULINE}


@pytest.mark.parametrize(
    ("texts", "tu"),
    [
        (["tu me conseilles quoi ?"], True),
        (["montre-moi la première"], True),
        (["t'as une idée pour samedi ?"], True),
        (["montrez-moi la première"], False),
        (["que porter à un rendez-vous ?"], False),
        (["un ton plus clair"], False),
        (["tu me conseilles quoi ?", "moins cher"], True),
        (["tu me conseilles quoi ?", "que pouvez-vous me proposer ?", "moins cher"], False),
        (["supprime l'écharpe rouge"], True),
        (["proposez autre chose"], False),
        (["quel est ton avis ?"], True),
        (["pouvez-vous m'aider ?", "qu'en pensez-vous ?", "et tu as ça en vert ?"], False),
        (["vous pouvez me tutoyer", "pouvez-vous faire moins cher ?"], True),
        (["ne me tutoyez pas", "tu as autre chose ?"], False),
        ([], False),
    ],
)
def test_a_thread_keeps_the_register_of_the_person(texts: list[str], tu: bool) -> None:
    assert says_tu(texts) is tu
