"""`python -m training.garments`: the garment classifier, trained from scratch on photos of garments and our drawings.

It reads DATA/train/<class>/*.jpg (and DATA/validation, once, for the figures of the card) and writes the weights
`stores/garments.onnx` with their card `stores/garments.md`. A tenth of the photos, whole groups of like backgrounds, is
held back: the temperature is fitted on it, and it shows how the classifier does on photos by people it has not seen.
The same seed on the same machine gives the same weights.
"""

import argparse
import os
import time
from pathlib import Path
from typing import NamedTuple

from stores.eyes import WEIGHTS
from training.eyes.card import Report, judge, write_card
from training.eyes.photos import classes, folds, labelled_files, load_photos

STORED = 160  # pixels of the square that photos are kept in while learning
HELD = 10  # a tenth is held back
DRAWN = 260  # drawings per class
MEMBERS = 3


class Options(NamedTuple):
    data: Path
    out: Path
    epochs: int
    drawn: int
    members: int
    seed: int
    threads: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    shared = Path(os.environ.get("MAISON_SHARED_DATA", "../shared/data"))
    parser.add_argument("--data", type=Path, default=shared / "garments")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--epochs", type=int, default=150)
    parser.add_argument("--drawn", type=int, default=DRAWN, help="drawings per class")
    parser.add_argument("--members", type=int, default=MEMBERS, help="networks that vote")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    train(Options(**vars(parser.parse_args())))


def train(options: Options) -> None:
    """Learn, calibrate, write the weights and their card."""
    import torch

    from training.eyes.drawings import load_drawings
    from training.eyes.export import temperature_for, write_onnx
    from training.eyes.fit import Recipe, learn, lesson_of, scores_of
    from training.eyes.network import Committee, Network, Shape

    torch.set_num_threads(options.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    photos, began = load_photos(options.data / "train", STORED), time.monotonic()
    taught, held = next(iter(folds(photos.groups, HELD, seed=0)))
    drawings = load_drawings(options.drawn, STORED)
    recipe, count = Recipe(epochs=options.epochs), len(classes())
    lesson = lesson_of(photos.only(taught), drawings, count, device)
    kept = lesson_of(photos.only(held), None, count, device)
    members, truth = [], kept.targets.argmax(1)
    for number in range(options.members):
        torch.manual_seed(options.seed + number)
        network = Network(count, Shape()).to(device).to(memory_format=torch.channels_last)
        members.append(learn(network, lesson, recipe))
        scores = scores_of(Committee(members), kept.photos, recipe.side(1))
        right, minutes = float((scores.argmax(1) == truth).float().mean()), (time.monotonic() - began) / 60
        print(f"{number + 1} of {options.members}: {right:.3f} of those held back, {minutes:.0f} min", flush=True)
    committee, temperature = Committee(members), temperature_for(scores, truth)
    write_onnx(committee.cpu(), temperature, classes(), recipe.side(1), options.out)
    report = Report(
        photos=len(taught),
        drawings=len(drawings.labels),
        members=options.members,
        epochs=options.epochs,
        seed=options.seed,
        minutes=(time.monotonic() - began) / 60,
        side=recipe.side(1),
        temperature=temperature,
        parameters=sum(weight.numel() for weight in committee.parameters()),
    )
    files = labelled_files(options.data / "train")
    tried = {"held back": [files[row] for row in held], "validation": labelled_files(options.data / "validation")}
    write_card(report, options.out, {name: judge(options.out, photos) for name, photos in tried.items()})


if __name__ == "__main__":
    main()
