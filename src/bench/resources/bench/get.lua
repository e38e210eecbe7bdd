-- Repeats the same GET request. Argument: the path.
function init(arguments)
	path = arguments[1]
end

function request()
	return wrk.format("GET", path)
end
