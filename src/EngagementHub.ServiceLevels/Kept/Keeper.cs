using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>Writes kept clocks, sums and notes of changes.</summary>
internal sealed class Keeper(Bulk bulk)
{
    public const string Clocks = "servicelevels_clocks";
    public const string Sums = "servicelevels_tallies";

    /// <summary>Keeps a level anew by rules, and notes which clocks came out otherwise than they were kept.</summary>
    public async Task RenewAsync(Rules rules, IReadOnlyList<(long Ticket, ClockRow Row, Ledger Ledger)> rows, DateTimeOffset now, CancellationToken cancellation)
    {
        var level = rules.Level.Id;
        var before = await StandingsAsync(level, cancellation);
        await bulk.ExecuteAsync($"""DELETE FROM {Clocks} WHERE "LevelId" = @level""", cancellation, ("@level", level));
        await bulk.ExecuteAsync($"""DELETE FROM {Sums} WHERE "LevelId" = @level""", cancellation, ("@level", level));
        var tallies = new Tallies();
        foreach (var (_, row, ledger) in rows)
        {
            Add(tallies, rules, row, ledger, 1);
        }

        foreach (var part in rows.Chunk(20_000))
        {
            await PutAsync([.. part.Select(one => (level, one.Ticket, one.Row))], cancellation);
            await NoteAsync([.. part.Where(one => before.TryGetValue(one.Ticket, out var was) && was != ClockStanding.Of(one.Row))
                .Select(one => new ChangeNote(level, one.Ticket, Causes.Rules, "", before[one.Ticket], ClockStanding.Of(one.Row)))], now, cancellation);
        }

        await AddAsync(new Dictionary<Guid, Tallies> { [level] = tallies }, cancellation);
        await MarkAsync(level, rules.Mark, cancellation);
    }

    public static void Add(Tallies tallies, Rules rules, in ClockRow row, Ledger ledger, int sign)
    {
        tallies.Add(row, sign);
        if (rules.Level.Measure == Levels.Measure.BacklogOlderThan)
        {
            tallies.AddBacklog(ledger, rules.Level, rules.Calendar.Zone.Id, sign);
        }
    }

    public Task MarkAsync(Guid level, string mark, CancellationToken cancellation) => bulk.ExecuteAsync("""
        INSERT INTO servicelevels_kept ("LevelId", "Rules") VALUES (@level, @mark) ON CONFLICT ("LevelId") DO UPDATE SET "Rules" = excluded."Rules"
        """, cancellation, ("@level", level), ("@mark", mark));

    public Task PutAsync(IReadOnlyList<(Guid Level, long Ticket, ClockRow Row)> rows, CancellationToken cancellation) => bulk.WriteAsync(Clocks, rows, Upsert, OfClock, cancellation);

    public Task AddAsync(IReadOnlyDictionary<Guid, Tallies> tallies, CancellationToken cancellation) => bulk.WriteAsync(Sums, [.. tallies.SelectMany(level => level.Value.Sums, (level, sum) => new SumRow(level.Key, sum.Key, sum.Value))], """
        ON CONFLICT ("LevelId", "Kind", "Start", "Outcome", "Length") DO UPDATE SET "Count" = servicelevels_tallies."Count" + excluded."Count",
            "Worked" = servicelevels_tallies."Worked" + excluded."Worked", "Paused" = servicelevels_tallies."Paused" + excluded."Paused", "Reopened" = servicelevels_tallies."Reopened" + excluded."Reopened"
        """, OfSum, cancellation);

    public async Task ForgetAsync(IReadOnlyList<(Guid Level, long Ticket)> gone, CancellationToken cancellation)
    {
        foreach (var (level, ticket) in gone)
        {
            await bulk.ExecuteAsync($"""DELETE FROM {Clocks} WHERE "TicketId" = @ticket AND "LevelId" = @level""", cancellation, ("@ticket", ticket), ("@level", level));
        }
    }

    public Task NoteAsync(IReadOnlyList<ChangeNote> notes, DateTimeOffset now, CancellationToken cancellation) => bulk.WriteAsync("servicelevels_clock_changes", notes, "",
    [
        new Column<ChangeNote, long>("TicketId", n => n.Ticket), new Column<ChangeNote, Guid>("LevelId", n => n.Level), new Column<ChangeNote, long>("At", _ => now.UtcTicks),
        new Column<ChangeNote, string>("Cause", n => n.Cause), new Column<ChangeNote, string>("EventKey", n => n.EventKey),
        new Column<ChangeNote, short?>("StateBefore", n => (short?)n.Before?.State), new Column<ChangeNote, long?>("DueBefore", n => n.Before?.Due), new Column<ChangeNote, long?>("CompletedBefore", n => n.Before?.Completed),
        new Column<ChangeNote, short?>("StateAfter", n => (short?)n.After?.State), new Column<ChangeNote, long?>("DueAfter", n => n.After?.Due), new Column<ChangeNote, long?>("CompletedAfter", n => n.After?.Completed),
    ], cancellation);

    /// <summary>The kept clocks of tickets, under whatever level.</summary>
    public async Task<ILookup<long, (Guid Level, ClockRow Row)>> RowsAsync(long[] tickets, CancellationToken cancellation)
    {
        List<(long Ticket, Guid Level, ClockRow Row)> rows = [];
        if (tickets.Length > 0)
        {
            await using var command = bulk.Command($"""SELECT {Names} FROM {Clocks} WHERE {bulk.In("\"TicketId\"")}""", ("@list", bulk.List(tickets)));
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (reader.Read())
            {
                rows.Add((reader.GetInt64(0), reader.GetGuid(1), RowOf(reader)));
            }
        }

        return rows.ToLookup(row => row.Ticket, row => (row.Level, row.Row));
    }

    private async Task<Dictionary<long, ClockStanding>> StandingsAsync(Guid level, CancellationToken cancellation)
    {
        Dictionary<long, ClockStanding> standings = [];
        await using var command = bulk.Command($"""SELECT "TicketId", "State", "Due", "Completed" FROM {Clocks} WHERE "LevelId" = @level""", ("@level", level));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (reader.Read())
        {
            standings[reader.GetInt64(0)] = new ClockStanding((ClockState)reader.GetInt16(1), reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetInt64(3));
        }

        return standings;
    }

    private static ClockRow RowOf(System.Data.Common.DbDataReader row) => new(row.GetInt64(2), row.GetInt64(3), (ClockState)row.GetInt16(4))
    {
        CountsFrom = row.GetInt64(5),
        Completed = row.IsDBNull(6) ? null : row.GetInt64(6),
        Responded = row.IsDBNull(7) ? null : row.GetInt64(7),
        Day = row.GetInt32(8),
        WorkingDays = row.GetInt32(9),
        Length = row.GetInt32(10),
        Worked = row.GetInt64(11),
        Paused = row.GetInt64(12),
        Reopenings = row.GetInt32(13),
        AgesFrom = row.GetInt32(14),
    };

    private static readonly IReadOnlyList<Column<(Guid Level, long Ticket, ClockRow Row)>> OfClock =
    [
        Of("TicketId", c => c.Ticket), new Column<(Guid Level, long Ticket, ClockRow Row), Guid>("LevelId", c => c.Level), Of("Received", c => c.Row.Received), Of("Due", c => c.Row.Due),
        new Column<(Guid Level, long Ticket, ClockRow Row), short>("State", c => (short)c.Row.State), Of("CountsFrom", c => c.Row.CountsFrom), Of("Completed", c => c.Row.Completed), Of("Responded", c => c.Row.Responded),
        Of("Day", c => c.Row.Day), Of("WorkingDays", c => c.Row.WorkingDays), Of("Length", c => c.Row.Length), Of("Worked", c => c.Row.Worked), Of("Paused", c => c.Row.Paused),
        Of("Reopenings", c => c.Row.Reopenings), Of("AgesFrom", c => c.Row.AgesFrom),
    ];

    private static readonly string Names = string.Join(", ", OfClock.Select(column => $"\"{column.Name}\""));

    private static readonly string Upsert = $"""ON CONFLICT ("TicketId", "LevelId") DO UPDATE SET {string.Join(", ", OfClock.Skip(2).Select(column => $"\"{column.Name}\" = excluded.\"{column.Name}\""))}""";

    private static readonly IReadOnlyList<Column<SumRow>> OfSum =
    [
        new Column<SumRow, Guid>("LevelId", s => s.Level), new Column<SumRow, short>("Kind", s => (short)s.Key.Kind), new Column<SumRow, int>("Start", s => s.Key.Start),
        new Column<SumRow, short>("Outcome", s => (short)s.Key.Outcome), new Column<SumRow, int>("Length", s => s.Key.Length), new Column<SumRow, long>("Count", s => s.Sum.Count),
        new Column<SumRow, long>("Worked", s => s.Sum.Worked), new Column<SumRow, long>("Paused", s => s.Sum.Paused), new Column<SumRow, long>("Reopened", s => s.Sum.Reopened),
    ];

    private static Column<(Guid Level, long Ticket, ClockRow Row), TValue> Of<TValue>(string name, Func<(Guid Level, long Ticket, ClockRow Row), TValue> value) => new(name, value);

    private sealed record SumRow(Guid Level, TallyKey Key, Tally Sum);
}

/// <summary>What of a clock is told when it changes.</summary>
internal readonly record struct ClockStanding(ClockState State, long Due, long? Completed)
{
    public static ClockStanding Of(in ClockRow row) => new(row.State, row.Due, row.Completed);
}

/// <summary>A clock that says something else than it said; nothing before when the ticket was not this level's, nothing after when it is no longer.</summary>
internal sealed record ChangeNote(Guid Level, long Ticket, string Cause, string EventKey, ClockStanding? Before, ClockStanding? After);
