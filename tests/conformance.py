#!/usr/bin/env python3
"""Checks the contracts, and the sandbox against them.

Each crates/<vendor>/openapi.yaml is validated and linted by Redocly's rules for the specification, and schemathesis calls
`tassel sandbox` with each of them: no status that is not documented, no body that is not of its schema or content type,
no failure. The tools come from PyPI and npm, into target/; once they are there, no network is needed.

    tests/conformance.py [--examples 25] [--seed 1] [vendor ...]
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import urllib.request
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "target" / "conformance"
TOOLS = ["openapi-spec-validator==0.9.0", "schemathesis==4.32.5"]
REDOCLY = "2.77.0"
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
# Each vendor's header, the setting that its key is exported under, and what its base URL ends with.
VENDORS = {
    "accredible": ("Authorization: Token token={}", "API_KEY", ""),
    "coursepath": ("Authorization: Bearer {}", "API_KEY", "/api/v1"),
    "damstra": ("AccessKey: {}", "ACCESS_KEY", "/api/v2"),
    "falkor": ("Authorization: Basic {}", "TOKEN", ""),
    "namecoach": ("Authorization: {}", "TOKEN", "/api/private/v4"),
}
# Accredible answers 501 to a method that a path does not have, so no such call is made there.
CONFIGURATION = {"accredible": "[phases.coverage]\nunexpected-methods = []\n"}
# As many calls as it takes.
SETTINGS = {"accredible": {"quota": None}, "namecoach": {"rate_limit": None}}


def install():
    """The folder of the tools' programs."""
    programs = PLACE / "venv" / "bin"
    if not (programs / "schemathesis").exists():
        venv.create(PLACE / "venv", with_pip=True, clear=True)
        subprocess.run([programs / "pip", "install", "--quiet", "--disable-pip-version-check", *TOOLS], check=True)
    return programs


def install_redocly():
    """The linter's program."""
    folder = PLACE / f"redocly-{REDOCLY}"
    program = folder / "node_modules" / ".bin" / "redocly"
    if not program.exists():
        if not shutil.which("npm"):
            sys.exit("tests/conformance.py needs npm for Redocly's linter; install Node.js 20.19 or later, with npm")
        options = ["--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(["npm", "install", *options, f"@redocly/cli@{REDOCLY}"], check=True)
    return program


def lint(program, contracts):
    """Redocly's `spec` rules find no error. It reports nothing to its vendor and does not look for updates."""
    environment = {**os.environ, "REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
    command = [program, "lint", "--extends", "spec", "--format", "stylish", "--max-problems", "1000", *contracts]
    # Beside the program, so that no configuration of somebody else's applies.
    if subprocess.run(command, cwd=PLACE, env=environment).returncode != 0:
        sys.exit("Redocly's linter does not accept the contracts; mend what it names above")


def serve():
    """Starts the sandbox, and tells what it says to export."""
    subprocess.run(["cargo", "build", "--quiet", "--locked", "--package", "tassel"], cwd=ROOT, check=True)
    metadata = ["cargo", "metadata", "--format-version", "1", "--no-deps"]
    target = json.loads(subprocess.run(metadata, cwd=ROOT, check=True, capture_output=True).stdout)["target_directory"]
    command = [Path(target) / "debug" / "tassel", "sandbox", "--listen", "127.0.0.1:0"]
    sandbox = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    exports = {}
    wanted = {f"TASSEL_{vendor.upper()}_{name}" for vendor, (_, key, _) in VENDORS.items() for name in ("URL", key)}
    while not wanted <= exports.keys():
        name, value = sandbox.stdout.readline().removeprefix("export ").strip().split("=", 1)
        exports[name] = value
    return sandbox, exports


def control(url, method, name, body):
    headers = {"content-type": "application/json"}
    request = urllib.request.Request(f"{url}/_sandbox/{name}", json.dumps(body).encode(), headers, method=method)
    urllib.request.urlopen(request).close()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--examples", default="25", help="how many calls of each kind an operation gets at most")
    arguments.add_argument("--seed", default="1")
    arguments.add_argument("vendors", nargs="*", choices=[*VENDORS, []], metavar="vendor")
    arguments = arguments.parse_args()
    folders = sorted(path.parent.name for path in ROOT.glob("crates/*/openapi.yaml"))
    if folders != sorted(VENDORS):
        sys.exit(f"tests/conformance.py knows {sorted(VENDORS)}, and there are {folders}")
    programs = install()
    contracts = {vendor: ROOT / "crates" / vendor / "openapi.yaml" for vendor in arguments.vendors or VENDORS}
    subprocess.run([programs / "openapi-spec-validator", *contracts.values()], check=True)
    lint(install_redocly(), contracts.values())
    sandbox, exports = serve()
    failed = []
    try:
        for vendor, contract in contracts.items():
            header, key, base_path = VENDORS[vendor]
            url = exports[f"TASSEL_{vendor.upper()}_URL"]
            control(url.removesuffix(f"/{vendor}"), "POST", "reset", {})
            control(url.removesuffix(f"/{vendor}"), "PATCH", "settings", SETTINGS)
            configuration = PLACE / f"{vendor}.toml"
            configuration.write_text(CONFIGURATION.get(vendor, ""))
            command = [
                programs / "schemathesis", "--config-file", configuration, "run", contract, "--url", url + base_path,
                "--header", header.format(exports[f"TASSEL_{vendor.upper()}_{key}"]),
                "--checks", CHECKS, "--phases", "examples,coverage,fuzzing", "--continue-on-failure",
                "--max-examples", arguments.examples, "--seed", arguments.seed, "--warnings", "off",
            ]  # fmt: skip
            if subprocess.run(command, cwd=PLACE).returncode != 0:
                failed.append(vendor)
    finally:
        sandbox.terminate()
    if failed:
        sys.exit(f"the sandbox does not conform to the contract of {', '.join(failed)}; seed {arguments.seed}")


if __name__ == "__main__":
    main()
