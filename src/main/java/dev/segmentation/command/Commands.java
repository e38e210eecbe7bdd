package dev.segmentation.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/**
 * Runs the command that the arguments of the program name. A new command is a class in
 * the list of subcommands.
 */
@Command(name = Commands.PROGRAM, mixinStandardHelpOptions = true, scope = ScopeType.INHERIT,
		versionProvider = ProgramVersion.class, sortOptions = false,
		subcommands = { CheckConfigCommand.class, MigrateCommand.class, StopCommand.class, BackupCommand.class,
				RestoreCommand.class, ExportCommand.class, ImportFromCommand.class, ResetAdminCommand.class },
		description = "Without a command, starts the web application.", synopsisSubcommandLabel = "COMMAND",
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:The command succeeded.",
				"1:The command failed. One sentence on standard error gives the reason.",
				"2:The command, its options or its values are invalid." },
		footer = { "", "Settings are environment variables, such as SPRING_DATASOURCE_URL,",
				"or arguments, such as --segmentation.data-dir=data/postgres." })
public final class Commands {

	static final String PROGRAM = "java -jar dynamic-user-segmentation.jar";

	/** A script that starts the program sets this property to its own name. */
	static final String PROGRAM_PROPERTY = "program.name";

	/** As Spring Boot writes them: their names have dots, those of options have none. */
	private static final Pattern SETTING = Pattern.compile("--[\\w\\[\\]-]+(\\.[\\w\\[\\]-]+)+=.*", Pattern.DOTALL);

	private static final Set<String> GENERAL_OPTIONS = Set.of("--help", "-h", "--version", "-V");

	private final String[] settings;

	private Commands(List<String> settings) {
		this.settings = settings.toArray(String[]::new);
	}

	/**
	 * Whether the arguments name a command. Without one, they are settings of the web
	 * application.
	 */
	public static boolean isNamedBy(String... arguments) {
		return Arrays.stream(arguments)
			.anyMatch((argument) -> !argument.startsWith("-") || GENERAL_OPTIONS.contains(argument));
	}

	/**
	 * Runs the command.
	 * @return the exit code
	 */
	public static int run(String... arguments) {
		return run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
	}

	static int run(PrintWriter out, PrintWriter err, String... arguments) {
		Map<Boolean, List<String>> parts = Arrays.stream(arguments)
			.collect(Collectors.partitioningBy((argument) -> SETTING.matcher(argument).matches()));
		return new CommandLine(new Commands(parts.getOrDefault(true, List.of())))
			.setCommandName(System.getProperty(PROGRAM_PROPERTY, PROGRAM))
			.setUnmatchedOptionsAllowedAsOptionParameters(false)
			.registerConverter(Path.class, Commands::path)
			.setOut(out)
			.setErr(err)
			.setParameterExceptionHandler((ex, all) -> refuse(ex))
			.setExecutionExceptionHandler((ex, line, result) -> explain(ex, line))
			.execute(parts.getOrDefault(false, List.of()).toArray(String[]::new));
	}

	private static Path path(String value) {
		if (value.isBlank()) {
			throw new TypeConversionException("the name of the folder is missing");
		}
		return Path.of(value);
	}

	private static int refuse(ParameterException ex) {
		CommandLine line = ex.getCommandLine();
		line.getErr().printf("%s. See %s --help.%n", ex.getMessage(), line.getCommandSpec().qualifiedName());
		return ExitCode.USAGE;
	}

	private static int explain(Exception ex, CommandLine line) {
		if (ex instanceof CommandException) {
			line.getErr().println(ex.getMessage());
		}
		else {
			LoggerFactory.getLogger(Commands.class).error("The command failed unexpectedly", ex);
		}
		return ExitCode.SOFTWARE;
	}

	String[] settings() {
		return this.settings.clone();
	}

}
