#!/bin/sh
# A first conversation over HTTP. Needs curl 7.76 or newer, grep and sed.
#
#   ./parley serve                                    in one terminal
#   examples/curl.sh http://127.0.0.1:8080            in another
#
# Every route takes and gives JSON. An error is application/problem+json: its "detail" says what to
# do, and curl ends with 22.
set -eu

server=${1:-http://127.0.0.1:8080}
username=${2:-curl-$(date +%s)}
password='correct horse battery'

# call METHOD PATH [OPTION...]: one request to the API, with the token as soon as there is one.
token=
call() {
  method=$1 path=$2
  shift 2
  curl --silent --show-error --fail-with-body --max-time 30 \
    --request "$method" "$server/v1$path" \
    --header 'Content-Type: application/json' \
    ${token:+--header "Authorization: Bearer $token"} "$@"
}

# field NAME: the first string of this name in the JSON on standard input.
field() {
  grep -o "\"$1\":\"[^\"]*" | sed 's/.*":"//;q'
}

echo "# Register. The answer holds an access token, for minutes, and a refresh token for the next ones."
account=$(call POST /accounts --data "{\"username\":\"$username\",\"password\":\"$password\"}")
token=$(printf '%s' "$account" | field accessToken)
printf '%s' "$account" | sed -E 's/"(access|refresh)Token":"[^"]*"/"\1Token":"…"/g'

printf '\n\n# My rooms. Everyone is in "general" from the start.\n'
rooms=$(call GET /rooms)
room=$(printf '%s' "$rooms" | field id)
echo "$rooms"

printf '\n# Send. The answer is the place of the message in the room: it is on disk.\n'
key=curl-$username-1
message='{"text":"Hello from **curl**"}'
sent=$(call POST "/rooms/$room/messages" --header "Idempotency-Key: $key" --data "$message")
seq=$(printf '%s' "$sent" | grep -o '"seq":[0-9]*' | sed 's/.*://')
echo "$sent"

printf '\n# Send it again, as after a lost answer: its key is known, and nothing is said twice.\n'
call POST "/rooms/$room/messages" --header "Idempotency-Key: $key" --data "$message"

printf '\n\n# History: the newest messages, oldest first.\n'
call GET "/rooms/$room/messages?limit=3"

printf '\n\n# Events: the log of the room itself, everything after a seq.\n'
call GET "/rooms/$room/events?after=$((seq - 1))"

printf '\n\n# Sign out. The token is void from now on.\n'
call DELETE /sessions/current
echo
