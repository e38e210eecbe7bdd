package dev.segmentation.config.database.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The folders and files of a running cluster that belong to a backup. PostgreSQL's
 * documentation lists the others, in the chapter "Backing Up the Data Directory". Files
 * that the server deletes meanwhile are left out.
 */
final class ClusterFiles extends SimpleFileVisitor<Path> {

	private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "postgresql.auto.conf.tmp",
			"current_logfiles.tmp", "pg_internal.init", "backup_label", "tablespace_map");

	/** Their content has no meaning for another server. */
	private static final Set<String> EMPTIED = Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial",
			"pg_snapshots", "pg_stat_tmp", "pg_subtrans");

	private static final String TEMPORARY = "pgsql_tmp";

	private final Path cluster;

	private final List<Path> folders = new ArrayList<>();

	private final List<Path> files = new ArrayList<>();

	private long size;

	private ClusterFiles(Path cluster) {
		this.cluster = cluster;
	}

	static ClusterFiles list(Path cluster) throws IOException {
		ClusterFiles found = new ClusterFiles(cluster);
		Files.walkFileTree(cluster, found);
		return found;
	}

	@Override
	public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
		if (name(folder).startsWith(TEMPORARY)) {
			return FileVisitResult.SKIP_SUBTREE;
		}
		this.folders.add(this.cluster.relativize(folder));
		boolean emptied = this.cluster.equals(folder.getParent()) && EMPTIED.contains(name(folder));
		return emptied ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
		if (!LEFT_OUT.contains(name(file)) && !name(file).startsWith(TEMPORARY)) {
			this.files.add(this.cluster.relativize(file));
			this.size += attributes.size();
		}
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
		return continueIfDeleted(ex);
	}

	@Override
	public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException ex) throws IOException {
		return continueIfDeleted(ex);
	}

	private static FileVisitResult continueIfDeleted(@Nullable IOException ex) throws IOException {
		if (ex == null || ex instanceof NoSuchFileException) {
			return FileVisitResult.CONTINUE;
		}
		throw ex;
	}

	private static String name(Path path) {
		return path.getFileName().toString();
	}

	/** All folders, parents first, relative to the cluster. */
	List<Path> folders() {
		return this.folders;
	}

	/** All files, relative to the cluster. */
	List<Path> files() {
		return this.files;
	}

	/** The size of all files in bytes. */
	long size() {
		return this.size;
	}

}
