#!/bin/sh
# A first conversation over HTTP. Needs curl 7.76 or newer, grep and sed.
#
#   ./parley serve                                    in one terminal
#   examples/curl.sh http://127.0.0.1:8080            in another
#
# Every route takes and gives JSON. An error is application/problem+json: its "detail" says what to do.
set -eu

server=${1:-http://127.0.0.1:8080}
username=${2:-curl-$(date +%s)}
password='correct horse battery'

# call METHOD PATH [OPTION...]: one request to the API, with the token as soon as there is one.
token=
call() {
  method=$1 path=$2
  shift 2
  answer=$(curl --silent --show-error --fail-with-body --max-time 30 \
    --request "$method" "$server/v1$path" \
    --header 'Content-Type: application/json' \
    ${token:+--header "Authorization: Bearer $token"} "$@") || {
    show "$answer" >&2
    return 1
  }
  show "$answer"
}

# string NAME, number NAME: the first of this name in the JSON on standard input.
string() {
  grep -o "\"$1\":\"[^\"]*" | sed 's/.*":"//;q'
}
number() {
  grep -o "\"$1\":[0-9]*" | sed 's/.*://;q'
}
show() {
  printf '%s\n' "$1"
}

show '# Register. The answer holds an access token, for minutes, and a refresh token for the next ones.'
account=$(call POST /accounts --data "{\"username\":\"$username\",\"password\":\"$password\"}")
token=$(show "$account" | string accessToken)
show "$account" | sed -E 's/"(access|refresh)Token":"[^"]*"/"\1Token":"…"/g'

show '# My rooms. Everyone is in "general" from the start.'
rooms=$(call GET /rooms)
room=$(show "$rooms" | string id)
show "$rooms"

show '# Send. The answer is the place of the message in the room: it is on disk.'
key=$username-1
message='{"text":"Hello from **curl**"}'
sent=$(call POST "/rooms/$room/messages" --header "Idempotency-Key: $key" --data "$message")
seq=$(show "$sent" | number seq)
show "$sent"

show '# Send it again, as after a lost answer: its key is known, and nothing is said twice.'
call POST "/rooms/$room/messages" --header "Idempotency-Key: $key" --data "$message"

show '# History: the newest messages, oldest first.'
call GET "/rooms/$room/messages?limit=3"

show '# Events: the log of the room itself, everything after a seq.'
call GET "/rooms/$room/events?after=$((seq - 1))"

show '# Sign out. The token is void from now on.'
call DELETE /sessions/current
