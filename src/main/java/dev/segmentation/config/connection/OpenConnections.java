package dev.segmentation.config.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.invoke.MethodHandles;
import java.util.Objects;

import org.apache.coyote.http11.AbstractHttp11Protocol;

import org.springframework.http.HttpStatus;

/**
 * Makes Tomcat keep a connection open after status 400, which version 1 of the API
 * answers to most mistakes of a client. Tomcat closes it, and neither a setting nor a
 * valve can prevent that: its HTTP processor decides while it writes the headers. This
 * class therefore loads the processor without 400 in its list of these statuses. After a
 * request that cannot be parsed, the processor still closes the connection, because it
 * also records the error apart from the status.
 */
final class OpenConnections {

	private static final String PROCESSOR = "Http11Processor.class";

	private static final String LIST = "statusDropsConnection";

	/** No answer has this status. */
	private static final int NO_STATUS = 0;

	private OpenConnections() {
	}

	/**
	 * Loads the processor before Tomcat does.
	 */
	static void load() {
		try (InputStream original = AbstractHttp11Protocol.class.getResourceAsStream(PROCESSOR)) {
			MethodHandles.privateLookupIn(AbstractHttp11Protocol.class, MethodHandles.lookup())
				.defineClass(withoutBadRequest(Objects.requireNonNull(original).readAllBytes()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] withoutBadRequest(byte[] processor) {
		CodeTransform list = (code, element) -> {
			if (element instanceof ConstantInstruction constant
					&& constant.constantValue().equals(HttpStatus.BAD_REQUEST.value())) {
				code.loadConstant(NO_STATUS);
			}
			else {
				code.with(element);
			}
		};
		return ClassFile.of()
			.transformClass(ClassFile.of().parse(processor),
					ClassTransform.transformingMethodBodies((method) -> method.methodName().equalsString(LIST), list));
	}

}
