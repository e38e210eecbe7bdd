package dev.segmentation.shared.web.api.v2;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.segmentation.shared.InvalidReferenceException;
import dev.segmentation.shared.web.api.SnakeCase;
import dev.segmentation.shared.web.api.v2.Problem.Item;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads the bodies of version 2: keys in exactly this case and no others. What is wrong
 * is named by its JSON pointer.
 */
public class BodyResolver implements HandlerMethodArgumentResolver {

	private final JsonMapper json;

	private final Validator validator;

	/**
	 * Creates the resolver.
	 * @param json the mapper of version 1, which is less strict
	 */
	public BodyResolver(JsonMapper json, Validator validator) {
		this.json = json.rebuild()
			.disable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build();
		this.validator = validator;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(RequestBody.class)
				&& parameter.getContainingClass().isAnnotationPresent(Version2.class);
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest web, @Nullable WebDataBinderFactory binderFactory) throws IOException {
		HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
		byte[] body = request.getInputStream().readAllBytes();
		if (body.length == 0) {
			if (parameter.isOptional()) {
				return null;
			}
			throw ProblemException.unreadable("The body is empty.");
		}
		Object read = read(body, parameter.getParameterType());
		check(this.validator.validate(read));
		return read;
	}

	private Object read(byte[] body, Class<?> type) {
		try {
			Object read = this.json.readValue(body, type);
			if (read == null) {
				throw ProblemException.invalid("", ProblemCode.INVALID_TYPE, "The body must be an object.");
			}
			return read;
		}
		catch (UnrecognizedPropertyException ex) {
			throw ProblemException.invalid(List.of(Item.of(pointer(ex), ProblemCode.UNKNOWN_FIELD)));
		}
		catch (DatabindException ex) {
			throw ProblemException.invalid(List.of(wrong(ex)));
		}
		catch (StreamReadException ex) {
			throw ProblemException.unreadable("The body is not valid JSON.");
		}
	}

	private static Item wrong(DatabindException ex) {
		return (ex.getCause() instanceof InvalidReferenceException reference)
				? Item.of(pointer(ex), ProblemCode.INVALID_REFERENCE, reference.getMessage() + ".")
				: Item.of(pointer(ex), ProblemCode.INVALID_TYPE);
	}

	private static String pointer(JacksonException ex) {
		return ex.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? escaped(step.getPropertyName()) : "" + step.getIndex())
			.map("/"::concat)
			.collect(Collectors.joining());
	}

	/** As RFC 6901 says. */
	private static String escaped(String name) {
		return name.replace("~", "~0").replace("/", "~1");
	}

	private static <T> void check(Set<ConstraintViolation<T>> violations) {
		if (!violations.isEmpty()) {
			throw ProblemException.invalid(violations.stream()
				.map(BodyResolver::violation)
				.sorted(Comparator.comparing(Item::pointer))
				.toList());
		}
	}

	private static Item violation(ConstraintViolation<?> violation) {
		String pointer = pointer(violation.getPropertyPath());
		boolean missing = violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
		return missing ? Item.of(pointer, ProblemCode.REQUIRED)
				: Item.of(pointer, ProblemCode.INVALID_VALUE, "The value " + violation.getMessage() + ".");
	}

	private static String pointer(Path path) {
		StringBuilder pointer = new StringBuilder();
		path.forEach((node) -> {
			if (node.getIndex() != null) {
				pointer.append('/').append(node.getIndex());
			}
			if (node.getName() != null && !node.getName().startsWith("<")) {
				pointer.append('/').append(SnakeCase.of(node.getName()));
			}
		});
		return pointer.toString();
	}

}
