#!/bin/sh
# Sends every documented request of the JSON API to a running service, and prints each with its answer. Ends with an
# error if an answer is wrong.
#
#   PASSWORD=<the administrator's password> src/test/http/tour.sh [http://localhost:8080]
set -eu

root=${1:-http://localhost:8080}
login=${LOGIN:-admin}
: "${PASSWORD:?Set PASSWORD to the password of $login}"

api=$root/api/v1
tour=$$
cookies=$(mktemp)
answer=$(mktemp)
trap 'rm -f "$cookies" "$answer"' EXIT
token=
failed=0

# call <expected status> <method> <path> [body]: prints the request and its answer
call() {
	printf '\n\033[1m%s %s\033[0m %s\n' "$2" "$3" "${4:-}"
	set -- "$1" "$2" "$3" "${4:-}" -s -o "$answer" -w '%{http_code}' -b "$cookies" -c "$cookies" -X "$2"
	expected=$1 path=$3 body=$4
	shift 4
	if [ -n "$token" ]; then set -- "$@" -H "Authorization: Bearer $token"; fi
	if [ -n "$body" ]; then set -- "$@" --data-binary "$body"; fi
	case $path in /ping*) url=$root$path ;; *) url=$api$path ;; esac
	status=$(curl "$@" "$url")
	printf '%s ' "$status"
	cat "$answer"
	echo
	if [ "$status" != "$expected" ]; then
		failed=1
		printf '\033[31mexpected %s\033[0m\n' "$expected"
	fi
}

# expect <text>: the last answer must contain it
expect() {
	if ! grep -qF -- "$1" "$answer"; then
		failed=1
		printf '\033[31mexpected: %s\033[0m\n' "$1"
	fi
}

# value <name>: prints a value of the last answer
value() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" "$answer"; }

year=$(date -u +%Y)
month=$(date -u +%-m)

echo "== Service"
call 200 GET /ping
expect '{"message":"pong"}'

echo "== Accounts"
call 201 POST /users/sign-up/ '{"login": "tour-'$tour'", "email": "tour-'$tour'@example.com", "password": "qwerty123"}'
user=$(value id)
call 409 POST /users/sign-up '{"login": "TOUR-'$tour'", "email": "other-'$tour'@example.com", "password": "qwerty123"}'
expect 'user with such login/email already exists'
call 400 POST /users/sign-up '{"login": "x"}'
expect 'invalid input'
call 400 POST /users/sign-in '{"login": "'"$login"'", "password": "not the password"}'
expect 'incorrect login or password'
call 200 POST /users/sign-in '{"login": "'"$login"'", "password": "'"$PASSWORD"'"}'
call 200 GET /users/refresh
fresh=$(value token)
call 401 GET /segments/
expect 'empty authorization header'
token=$fresh

echo "== Segments"
call 201 POST /segments/create '{"name": "TOUR-'$tour'"}'
segment=$(value id)
call 409 POST /segments/create '{"name": "TOUR-'$tour'"}'
expect 'segment already exists'
call 400 POST /segments/create '{"name": "TOUR-X-'$tour'", "assign_percent": -1}'
expect 'assign percent must be greater than zero'
call 400 POST /segments/create '{"name": "TOUR-X-'$tour'", "assign_percent": 101}'
expect 'assign percent must not be greater than 100'
call 201 POST /segments/create '{"name": "TOUR-ALL-'$tour'", "assign_percent": 100}'
all=$(value id)
call 200 GET "/segments/?limit=10000&after=$((segment - 1))"
expect '"name":"TOUR-'$tour'"'
call 200 GET "/segments/$all"
expect '"assign_percent":1}'
call 400 GET /segments/seven
expect 'invalid parameter (id)'
call 400 GET /segments/999999999
expect 'segment/segments does not exist'

echo "== Operations"
call 201 POST /operations/add_segments '{"user_id": '"$user"', "segment_ids": ['"$segment"'], "ttl": "1h30m"}'
expect '"operation_ids":['
call 400 POST /operations/add_segments '{"user_id": '"$user"', "segment_ids": ['"$segment"']}'
expect 'relation already exists'
call 400 POST /operations/add_segments '{"user_id": 999999999, "segment_ids": ['"$segment"']}'
expect 'user does not exist'
call 400 POST /operations/add_segments '{"user_id": '"$user"', "segment_ids": ['"$segment"'], "ttl": "-1h"}'
expect 'invalid ttl'
call 200 GET "/users/active_segments/?user_id=$user"
expect '{"name":"TOUR-'$tour'"}'
call 200 GET /users/active_segments/ '{"user_id": '"$user"'}'
call 200 GET "/segments/active_users/?segment_id=$segment"
expect '"login":"tour-'$tour'"'
call 200 DELETE /operations/delete_segments '{"user_id": '"$user"', "segment_ids": ['"$segment"']}'
call 400 DELETE /operations/delete_segments '{"user_id": '"$user"', "segment_ids": ['"$segment"']}'
expect 'relation does not exist'
call 201 POST /operations/add_segments_by_names '{"user_id": '"$user"', "segment_names": ["TOUR-'$tour'"]}'
call 200 DELETE /operations/delete_segments_by_names '{"user_id": '"$user"', "segment_names": ["TOUR-'$tour'"]}'

echo "== History and reports"
call 200 GET "/operations/history?year=$year&month=$month&user_ids=$user&page=1&page_size=2"
expect '"type":"added"'
next=$(value next)
call 200 GET "/operations/history?year=$year&month=$month&user_ids=$user&page_size=100&after=$next"
call 200 GET /operations/history '{"year": '"$year"', "month": '"$month"', "user_ids": ['"$user"'], "page_size": 1}'
call 400 GET "/operations/history?year=$year&month=13"
expect 'invalid history period'
call 400 GET "/operations/history?year=$year&month=$month&user_ids=$user&page=999"
expect 'page is out of bounds'
call 200 GET "/reports/file?year=$year&month=$month&user_ids=$user"
expect 'user-id,segment-name,type,date'
expect "$user,TOUR-$tour,added,"
call 400 GET "/reports/link?year=$year&month=$month"
expect 'google drive service is not available'

echo "== Deletion"
call 204 DELETE /segments/delete '{"name": "TOUR-'$tour'"}'
call 204 DELETE /segments/delete_by_id '{"id": '"$all"'}'
call 400 DELETE /segments/delete_by_id '{"id": '"$all"'}'
expect 'segment/segments does not exist'

echo
if [ $failed = 0 ]; then echo "All as promised."; else echo "Something was not as promised."; fi
exit $failed
