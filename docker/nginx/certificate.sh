#!/bin/sh
# The image of nginx runs this script before nginx. It makes a self-signed certificate if the folder has none.
set -eu
folder=${1:-/etc/nginx/certificates}
chain=$folder/fullchain.pem
key=$folder/privkey.pem
if [ -e "$chain" ] || [ -e "$key" ]; then exit 0; fi
umask 077
# nginx would refuse half a file, so both get their names when they are complete. 825 days is the longest lifetime that
# all systems accept.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 825 -subj "/CN=$SERVER_NAME" \
	-addext "subjectAltName=DNS:$SERVER_NAME,DNS:localhost,IP:127.0.0.1" -keyout "$key.new" -out "$chain.new" 2>/dev/null
mv "$key.new" "$key"
mv "$chain.new" "$chain"
echo "Made a self-signed certificate for $SERVER_NAME. Browsers warn of it."
