package dev.segmentation.config.startup.setting;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.parser.Parser;
import ch.qos.logback.core.spi.ScanException;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LogLevel;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.util.ResourceUtils;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Checks the settings of the log before Spring Boot reads them. It would print a stack
 * trace, or start without the file.
 */
@Order
class LoggingSettings implements EnvironmentPostProcessor {

	private static final Map<String, Class<?>> ROLLING = Map.of("max-file-size", DataSize.class, "total-size-cap",
			DataSize.class, "max-history", Integer.class, "clean-history-on-start", Boolean.class);

	private static final String CONFIG = LoggingApplicationListener.CONFIG_PROPERTY;

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Binder binder = Binder.get(environment);
		binder.bind("logging.level", Bindable.mapOf(String.class, LogLevel.class));
		for (String output : List.of("console", "file")) {
			binder.bind("logging.threshold." + output, LogLevel.class);
			binder.bind("logging.charset." + output, Charset.class);
			checkFormat(environment, "logging.structured.format." + output);
			checkPattern(environment, "logging.pattern." + output);
		}
		ROLLING.forEach((setting, type) -> binder.bind("logging.logback.rollingpolicy." + setting, type));
		checkConfiguration(environment.getProperty(CONFIG, ""));
		LogFile file = LogFile.get(environment);
		if (file != null) {
			checkFile(environment, file.toString());
		}
	}

	private static void checkFormat(ConfigurableEnvironment environment, String setting) {
		String format = environment.getProperty(setting, "");
		if (!format.isEmpty() && !format.matches("(?i)ecs|gelf|logstash") && !ClassUtils.isPresent(format, null)) {
			throw new InvalidSettingException(
					SettingSentence.of(setting, format, "It must be ecs or gelf or logstash"));
		}
	}

	private static void checkPattern(ConfigurableEnvironment environment, String setting) {
		String pattern = environment.getProperty(setting, "");
		try {
			if (!pattern.isEmpty()) {
				new Parser<ILoggingEvent>(pattern).parse();
			}
		}
		catch (ScanException | RuntimeException ex) {
			throw new InvalidSettingException(SettingSentence.of(setting, pattern, "It must be a pattern of Logback"));
		}
	}

	private static void checkConfiguration(String location) {
		try {
			if (!location.isEmpty()) {
				ResourceUtils.getURL(location).openStream().close();
			}
		}
		catch (IOException ex) {
			throw new InvalidSettingException(SettingSentence.of(CONFIG, location, "It must be a file of Logback"));
		}
	}

	private static void checkFile(ConfigurableEnvironment environment, String file) {
		try {
			Path path = Path.of(file).toAbsolutePath();
			Files.createDirectories(path.resolveSibling(""));
			FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
		}
		catch (IOException | InvalidPathException ex) {
			boolean named = StringUtils.hasLength(environment.getProperty(LogFile.FILE_NAME_PROPERTY));
			String setting = named ? LogFile.FILE_NAME_PROPERTY : LogFile.FILE_PATH_PROPERTY;
			throw new InvalidSettingException(SettingSentence.of(setting, environment.getProperty(setting, ""),
					"The user %s must be able to write the file %s".formatted(System.getProperty("user.name"), file)));
		}
	}

}
