"""Tiny models of pictures and words with random weights, as folders: CLIP and SigLIP."""

from pathlib import Path

import torch
from transformers import (
    CLIPConfig,
    CLIPImageProcessorPil,
    CLIPModel,
    CLIPProcessor,
    SiglipConfig,
    SiglipImageProcessorPil,
    SiglipModel,
    SiglipProcessor,
)

from tests.local.pipelines import WIDTH, tokenizer

LAYERS = {"hidden_size": WIDTH, "intermediate_size": 37, "num_hidden_layers": 2, "num_attention_heads": 4}
EYE = {**LAYERS, "image_size": 32, "patch_size": 8}
WORDS = {**LAYERS, "vocab_size": 100, "max_position_embeddings": 77, "bos_token_id": 0, "eos_token_id": 2}


def clip(folder: Path, seed: int = 0) -> Path:
    torch.manual_seed(seed)
    model = CLIPModel(CLIPConfig(text_config=WORDS, vision_config=EYE, projection_dim=24))
    model.save_pretrained(folder)
    sees = CLIPImageProcessorPil(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})
    CLIPProcessor(sees, tokenizer(folder / "words")).save_pretrained(folder)
    return folder


def siglip(folder: Path) -> Path:
    torch.manual_seed(0)
    text = {**WORDS, "max_position_embeddings": 16, "projection_size": WIDTH}
    SiglipModel(SiglipConfig(text_config=text, vision_config=EYE)).save_pretrained(folder)
    sees = SiglipImageProcessorPil(size={"height": 32, "width": 32})
    SiglipProcessor(sees, tokenizer(folder / "words")).save_pretrained(folder)
    return folder
