"""The program's icon in the forms each system wants, drawn from the one drawing of the seal."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT: Final = Path(__file__).resolve().parent.parent
SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
WINDOWS_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)


def drawing() -> str:
    """Return the seal in the colours of the light theme."""
    colours = json.loads((ROOT / "resources/themes/light.json").read_text(encoding="utf-8"))["colours"]
    svg = (ROOT / "resources/icons/seal.svg").read_text(encoding="utf-8")
    return svg.replace("currentColor", colours["cinnabar"]).replace("groundColor", colours["on_cinnabar"])


def draw(folder: Path) -> None:
    """Leave ``SIZE.png`` of every size, ``yinde.svg``, ``yinde.ico`` and ``yinde.icns`` in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    svg = drawing()
    (folder / "yinde.svg").write_text(svg, encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"{size}.png"))
    with Image.open(folder / "1024.png") as largest:
        largest.save(folder / "yinde.icns")
        smaller = [Image.open(folder / f"{size}.png") for size in WINDOWS_SIZES]
        smaller[-1].save(
            folder / "yinde.ico", sizes=[(size, size) for size in WINDOWS_SIZES], append_images=smaller[:-1]
        )


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    draw(Path(sys.argv[1]))
