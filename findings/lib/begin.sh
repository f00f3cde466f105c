# Sourced by every finding: strict mode, an empty folder that goes when the script ends, and the packages in it.
set -euo pipefail

finding_lib=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
finding_folder=$(mktemp -d)
trap 'rm -rf "$finding_folder"' EXIT
cd "$finding_folder"
export PYTHONPATH=$finding_lib PYTHONDONTWRITEBYTECODE=1 PYTHONIOENCODING=utf-8

# python_packages NAME==VERSION...: a virtual environment with them, first on the path.
python_packages() {
    python3 -m venv environment
    environment/bin/python -m pip install --quiet --quiet --disable-pip-version-check "$@"
    PATH=$finding_folder/environment/bin:$PATH
    printf 'packages: %s\n' "$*"
}

# node_packages NAME@VERSION...: in node_modules of the folder.
node_packages() {
    npm install --silent --no-audit --no-fund --no-save "$@"
    printf 'packages: %s\n' "$*"
}
