#!/bin/sh
# Puts Yinde into your own start menu, with its icon, file kinds and yinde:// links; nothing needs root.
# Run it again after moving the folder. `./install.sh --remove` takes it out; your library stays where it is.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin

if [ "${1:-}" = "--remove" ]; then
    rm -f "$data/applications/yinde.desktop" "$data/icons/hicolor/scalable/apps/yinde.svg" "$bin/yinde"
else
    mkdir -p "$data/applications" "$data/icons/hicolor/scalable/apps" "$bin"
    sed "s|@PROGRAM@|$here/yinde|g" "$here/yinde.desktop" >"$data/applications/yinde.desktop"
    cp "$here/yinde.svg" "$data/icons/hicolor/scalable/apps/yinde.svg"
    ln -sf "$here/yinde" "$bin/yinde"
fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || true; fi
case "${LANG:-}" in
    en*) echo "Done." ;;
    *) echo "好了。" ;;
esac
