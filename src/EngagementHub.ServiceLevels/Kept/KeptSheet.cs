using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Levels;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>Reads a level's sheet from what is kept: its sums, and by index the few tickets that are not to be counted yet.</summary>
internal sealed class KeptSheet(Bulk bulk, Rules rules)
{
    private readonly ServiceLevel _level = rules.Level;

    public async Task<Sheet> ReadAsync(DateTimeOffset asOf, CancellationToken cancellation)
    {
        var (sheet, today) = (new Sheet(), rules.Calendar.LocalDay(asOf));
        await ReadSumsAsync(sheet, today, cancellation);
        await ReadNotYetAsync(sheet, asOf, today, cancellation);
        await ReadOldestAsync(sheet, today, cancellation);
        if (_level.Measure == Measure.BacklogOlderThan)
        {
            await using var older = bulk.Command("""SELECT COUNT(*) FROM servicelevels_clocks WHERE "LevelId" = @level AND "State" < 2 AND "Received" < @before""",
                ("@level", _level.Id), ("@before", Sheet.OlderThan(_level, rules.Calendar, asOf)));
            sheet.OlderNow = Convert.ToInt64(await older.ExecuteScalarAsync(cancellation), null);
        }

        return sheet;
    }

    private async Task ReadSumsAsync(Sheet sheet, DateOnly today, CancellationToken cancellation)
    {
        var days = ReportWriter.DaysAskedFor(today);
        await using var command = bulk.Command("""
            SELECT "Kind", "Start", "Outcome", "Length", "Count", "Worked", "Paused", "Reopened" FROM servicelevels_tallies WHERE "LevelId" = @level AND "Kind" > 0
            UNION ALL SELECT "Kind", "Start", "Outcome", "Length", "Count", "Worked", "Paused", "Reopened" FROM servicelevels_tallies WHERE "LevelId" = @level AND "Kind" = 0
                AND ("Start" >= @from0 OR "Start" BETWEEN @from1 AND @to1 OR "Start" BETWEEN @from2 AND @to2)
            """, [("@level", _level.Id), ("@from0", days[0].From.DayNumber), .. days.Skip(1).Index().SelectMany(part => new (string, object)[] { ($"@from{part.Index + 1}", part.Item.From.DayNumber), ($"@to{part.Index + 1}", part.Item.To.DayNumber) })]);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (reader.Read())
        {
            sheet.Kept.Add(new TallyKey((TallyKind)reader.GetInt16(0), reader.GetInt32(1), (Outcome)reader.GetInt16(2), reader.GetInt32(3)), new Tally(reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6), reader.GetInt64(7)));
        }
    }

    // By the day they fall due the sums of later days are known; only the day itself is looked at ticket by ticket.
    private async Task ReadNotYetAsync(Sheet sheet, DateTimeOffset asOf, DateOnly today, CancellationToken cancellation)
    {
        var until = ClockRow.Never;
        if (_level.Basis == Basis.Due)
        {
            until = today.AddDays(1).StartIn(rules.Calendar.Zone.Id).UtcTicks;
            foreach (var (key, tally) in sheet.Kept.Sums.Where(sum => sum.Key.Kind == TallyKind.Day && sum.Key.Start > today.DayNumber).ToList())
            {
                AddNotYet(sheet, key, tally);
            }

            foreach (var (key, tally) in sheet.Kept.Sums.Where(sum => sum.Key is { Kind: TallyKind.Month, Start: 0, Outcome: Outcome.Open or Outcome.Void }).ToList())
            {
                sheet.NotYet.Add(key, tally);
            }
        }

        await using var command = bulk.Command($"""
            SELECT "Day", "State", "Length", COUNT(*), SUM("Worked"), SUM("Paused"), SUM(CASE WHEN "Reopenings" > 0 THEN 1 ELSE 0 END) FROM servicelevels_clocks
            WHERE "LevelId" = @level AND "CountsFrom" >= @now AND "CountsFrom" {(_level.Basis == Basis.Due ? "<" : "<=")} @until AND ("CountsFrom" > @now OR "State" < 2)
            GROUP BY "Day", "State", "Length"
            """, ("@level", _level.Id), ("@now", asOf.UtcTicks), ("@until", until));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (reader.Read())
        {
            var outcome = Tallies.OutcomeOf((ClockState)reader.GetInt16(1));
            var done = outcome is Outcome.Met or Outcome.Missed;
            AddNotYet(sheet, new TallyKey(TallyKind.Day, reader.GetInt32(0), outcome, reader.GetInt32(2)),
                done ? new Tally(reader.GetInt64(3), Number(reader, 4), Number(reader, 5), Number(reader, 6)) : new Tally(reader.GetInt64(3), 0, 0, 0));
        }
    }

    private static long Number(System.Data.Common.DbDataReader reader, int column) => Convert.ToInt64(reader.GetValue(column), null);

    private static void AddNotYet(Sheet sheet, TallyKey day, Tally tally)
    {
        sheet.NotYet.Add(day, tally);
        sheet.NotYet.Add(day with { Kind = TallyKind.Month, Start = Tallies.MonthOf(day.Start) }, tally);
    }

    private async Task ReadOldestAsync(Sheet sheet, DateOnly today, CancellationToken cancellation)
    {
        await using var command = bulk.Command("""
            SELECT t."Number", c."Received", c."State", c."WorkingDays", c."AgesFrom" FROM servicelevels_clocks c JOIN servicelevels_tickets t ON t."Id" = c."TicketId"
            WHERE c."LevelId" = @level AND c."State" < 2 ORDER BY c."Received", c."TicketId" LIMIT 1
            """, ("@level", _level.Id));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (reader.Read())
        {
            var row = new ClockRow(reader.GetInt64(1), 0, (ClockState)reader.GetInt16(2)) { WorkingDays = reader.GetInt32(3), AgesFrom = reader.GetInt32(4) };
            sheet.Oldest = new OldestOpen(reader.GetString(0), new DateTimeOffset(row.Received, TimeSpan.Zero), rules.NewClock().AgeAt(row, today));
        }
    }
}
