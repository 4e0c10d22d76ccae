# Brings what the measurements beside nginx need: nginx to compare with, and wrk, which is cheap enough not to be the limit itself.
source "$(dirname "${BASH_SOURCE[0]}")/install.sh"

install_load_tools() {
  command -v wrk >/dev/null && [ -x "$(command -v nginx || echo /usr/sbin/nginx)" ] || install_packages nginx-light wrk
}
