#!/bin/sh
# Generates clients from the description of a running service in Java, Python and TypeScript, compiles them, calls every
# operation through each, and ends with an error if one fails or is missing. The service is new and lets everyone sign up
# with all permissions (SEGMENTATION_SIGN_UP=open). Needs Maven, npm and Python 3 with pydantic 2, dateutil and urllib3.
#
#   src/test/clients/check.sh [http://localhost:8080]
set -eu

root=${1:-http://localhost:8080}
drivers=$(cd "$(dirname "$0")" && pwd)
out=target/clients
generator=7.25.0

rm -rf "$out"
mkdir -p "$out"
curl -sSf "$root/v3/api-docs" -o "$out/openapi.json"
python3 - "$out/openapi.json" > "$out/expected" <<'PYTHON'
import json, sys
paths = json.load(open(sys.argv[1]))["paths"]
print("\n".join(sorted(f"{method.upper()} {path}" for path in paths for method in paths[path])))
PYTHON
mvn -q dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:$generator -DoutputDirectory="$out"

# generate <generator> <folder>
generate() {
	echo "== $2"
	java -jar "$out/openapi-generator-cli-$generator.jar" generate -g "$1" -i "$out/openapi.json" -o "$out/$2" > "$out/$2.log" 2>&1
}

# compare <folder>: the operations that its driver has called must be those of the description. Maven adds other lines.
compare() {
	grep ' /' "$out/$1.calls" | LC_ALL=C sort | diff "$out/expected" -
	echo "$(wc -l < "$out/expected") operations"
}

generate python python
PYTHONPATH="$out/python" python3 "$drivers/drive.py" "$root" > "$out/python.calls"
compare python

generate typescript-fetch typescript
cp "$drivers/drive.ts" "$out/typescript"
npm install --silent --no-audit --no-fund --prefix "$out/typescript" typescript@5.9.3 @types/node@20
"$out/typescript/node_modules/.bin/tsc" --outDir "$out/typescript/js" --target es2022 --module commonjs --strict \
	--types node --typeRoots "$out/typescript/node_modules/@types" "$out/typescript/drive.ts"
node "$out/typescript/js/drive.js" "$root" > "$out/typescript.calls"
compare typescript

generate java java
cp "$drivers/Drive.java" "$out/java/src/main/java"
mvn -q -f "$out/java" compile org.codehaus.mojo:exec-maven-plugin:3.5.0:java -Dexec.mainClass=Drive -Dexec.args="$root" \
	> "$out/java.calls"
compare java
