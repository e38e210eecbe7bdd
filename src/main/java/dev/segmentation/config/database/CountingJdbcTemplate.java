package dev.segmentation.config.database;

import java.util.Collection;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Adds to {@link RowCount}: rows of lists, rows that are streamed one by one, and changed
 * rows. COPY is not counted.
 */
class CountingJdbcTemplate extends JdbcTemplate {

	private final SingleStatements statements;

	CountingJdbcTemplate(DataSource source, SingleStatements statements) {
		super(source);
		this.statements = statements;
	}

	@Override
	public <T extends @Nullable Object> T query(PreparedStatementCreator creator,
			@Nullable PreparedStatementSetter setter, ResultSetExtractor<T> extractor) throws DataAccessException {
		T result = this.statements.execute(() -> super.query(creator, setter, extractor));
		if (result instanceof Collection<?> rows) {
			RowCount.add(rows.size());
		}
		return result;
	}

	@Override
	public void query(PreparedStatementCreator creator, RowCallbackHandler handler) throws DataAccessException {
		super.query(creator, (row) -> {
			RowCount.add(1);
			handler.processRow(row);
		});
	}

	@Override
	protected int update(PreparedStatementCreator creator, @Nullable PreparedStatementSetter setter)
			throws DataAccessException {
		int rows = this.statements.execute(() -> super.update(creator, setter));
		RowCount.add(rows);
		return rows;
	}

}
