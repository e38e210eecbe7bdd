-- Reads the segments of random users. Argument: the number of users to choose from.
local count = 0

function setup(thread)
	count = count + 1
	thread:set("number", count)
end

function init(arguments)
	users = tonumber(arguments[1])
	math.randomseed(os.time() * 100 + number)
end

function request()
	return wrk.format("GET", "/api/v1/users/active_segments?user_id=" .. math.random(users))
end
