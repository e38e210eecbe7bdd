-- Adds a user to a segment and removes the user again. Each thread has its own users. Arguments: the segment, and the
-- number of users of a thread. Use one connection for each thread, so that the requests stay in order.
local count = 0

function setup(thread)
	thread:set("number", count)
	count = count + 1
end

function init(arguments)
	segment = tonumber(arguments[1])
	share = tonumber(arguments[2])
	sent = -1
end

function request()
	sent = sent + 1
	if sent == 0 then
		-- wrk calls this function once before the test and does not send that request.
		return wrk.format("GET", "/ping")
	end
	local user = number * share + 1 + math.floor((sent - 1) / 2) % share
	local body = '{"user_id": ' .. user .. ', "segment_ids": [' .. segment .. ']}'
	if sent % 2 == 1 then
		return wrk.format("POST", "/api/v1/operations/add_segments", nil, body)
	end
	return wrk.format("DELETE", "/api/v1/operations/delete_segments", nil, body)
end
