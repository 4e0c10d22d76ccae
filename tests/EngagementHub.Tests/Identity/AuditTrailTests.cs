using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Identity;

/// <summary>The audit trail grows, and whatever else becomes of it is found out.</summary>
public sealed class AuditTrailTests : IAsyncDisposable
{
    private readonly HubFixture _hub = new();

    public static TheoryData<string, string> Tampering { get; } = new()
    {
        { """UPDATE core_audit SET "What" = 'x.y.z' WHERE "Place" = 3""", "Entry 3 at place 3 (x.y.z) is not what was sealed" },
        { """UPDATE core_audit SET "By" = NULL WHERE "Place" = 3""", "at place 3" },
        { """UPDATE core_audit SET "On" = 'test.thing/00000000-0000-0000-0000-000000000001' WHERE "Place" = 3""", "at place 3" },
        { """UPDATE core_audit SET "Why" = 'another reason' WHERE "Place" = 3""", "The reason of entry 3 at place 3" },
        { """UPDATE core_audit SET "Why" = 'another reason', "WhySalt" = NULL WHERE "Place" = 3""", "no later line says that words of it were struck" },
        { """UPDATE core_audit SET "Why" = NULL WHERE "Place" = 3""", "The reason of entry 3" },
        { """UPDATE core_audit SET "Id" = 999 WHERE "Place" = 3""", "Entry 999 at place 3" },
        { """DELETE FROM core_audit WHERE "Place" = 3""", "Place 3 is missing" },
        { """DELETE FROM core_audit WHERE "Place" = 1""", "Place 1 is missing" },
        { """UPDATE core_audit SET "Seal" = '0000' WHERE "Place" = 5""", "at place 5" },
    };

    [Fact]
    public async Task What_was_written_is_sealed_and_whole()
    {
        await Write(5);

        var (code, output) = await Verify();

        var all = await _hub.In((_, db) => db.Audit.CountAsync());
        Assert.Equal(0, code);
        Assert.StartsWith($"The audit trail is whole: {all} lines to {all}:", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task Whoever_gets_past_the_database_is_found_out_at_the_first_broken_link(string sql, string words)
    {
        await Write(5);
        await WithoutTriggers(sql);

        var (code, output) = await Verify();

        Assert.Equal(1, code);
        Assert.Contains(words, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""UPDATE core_audit SET "What" = 'x' WHERE "Id" = 3""")]
    [InlineData("""UPDATE core_audit SET "Why" = 'x' WHERE "Id" = 3""")]
    [InlineData("""UPDATE core_audit SET "Place" = NULL WHERE "Id" = 3""")]
    [InlineData("""UPDATE core_audit SET "Seal" = 'x' WHERE "Id" = 3""")]
    [InlineData("""UPDATE core_audit SET "By" = NULL WHERE "Id" = 3""")]
    [InlineData("""DELETE FROM core_audit""")]
    [InlineData("""DELETE FROM core_audit WHERE "Id" = 3""")]
    public async Task The_database_itself_refuses_to_edit_or_remove_a_line(string sql)
    {
        await Write(5);

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _hub.In((_, db) => db.Database.ExecuteSqlRawAsync(sql)));

        Assert.Contains("audit trail is never", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await Verify()).Code);
    }

    [Fact]
    public async Task A_trail_that_was_cut_off_at_its_end_is_found_out_by_a_seal_that_was_noted()
    {
        await Write(5);
        var head = (await Verify()).Output.Split(" to ")[1].Trim();
        Assert.Equal(0, (await Verify("--head", head)).Code);
        await WithoutTriggers("""DELETE FROM core_audit WHERE "Place" >= 4""");

        Assert.Equal(0, (await Verify()).Code);
        Assert.Equal(1, (await Verify("--head", head)).Code);
        Assert.Equal(2, (await Verify("--head", "x")).Code);
        Assert.Equal(2, (await Verify("x")).Code);
    }

    [Fact]
    public async Task Words_that_are_struck_leave_the_trail_whole_and_say_so_in_it()
    {
        var thing = new SubjectRef("test.thing", Guid.NewGuid());
        await Write(2);
        await Write(1, thing);
        var before = await _hub.In((_, db) => db.Audit.AsNoTracking().SingleAsync(a => a.On == thing));

        await Strike(thing);

        var lines = await _hub.In((_, db) => db.Audit.AsNoTracking().Where(a => a.On == thing).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(("Because of [redacted] 0", null, before.WhyMark, before.Seal), (lines[0].Why, lines[0].WhySalt, lines[0].WhyMark, lines[0].Seal));
        Assert.Equal("core.audit.reason-struck", lines[1].What);
        await _hub.RunJob("core.seal-audit");
        Assert.Equal(0, (await Verify()).Code);

        await WithoutTriggers($"""UPDATE core_audit SET "Why" = 'Changed once more' WHERE "Id" = {lines[0].Id}""");
        Assert.Equal(1, (await Verify()).Code);
    }

    [Fact]
    public async Task Words_struck_before_the_seal_never_enter_it()
    {
        var thing = new SubjectRef("test.thing", Guid.NewGuid());
        await WriteUnsealed(1, thing);
        await Strike(thing);

        await _hub.RunJob("core.seal-audit");

        Assert.Equal(0, (await Verify()).Code);
    }

    [Fact]
    public async Task Many_who_write_and_two_who_seal_at_once_make_one_chain()
    {
        await _hub.As("");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => WriteUnsealed(10))).Concat(Enumerable.Range(0, 6).Select(_ => Task.Run(Seal))));
        await _hub.RunJob("core.seal-audit");

        var (code, output) = await Verify();

        Assert.Equal(0, code);
        var written = await _hub.In((_, db) => db.Audit.CountAsync(a => a.What == "test.thing.done"));
        var all = await _hub.In((_, db) => db.Audit.CountAsync());
        Assert.Equal(80, written);
        Assert.StartsWith($"The audit trail is whole: {all} lines", output, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    // A seal that meets another of the same moment is refused; the job runner tries again later.
    private async Task Seal()
    {
        try
        {
            await _hub.RunJob("core.seal-audit");
        }
        catch (Exception e) when (e is DbUpdateException or System.Data.Common.DbException || e.InnerException is System.Data.Common.DbException)
        {
            Assert.NotNull(e.Message);
        }
    }

    private async Task Write(int lines, SubjectRef? on = null)
    {
        await WriteUnsealed(lines, on);
        await _hub.RunJob("core.seal-audit");
    }

    private async Task WriteUnsealed(int lines, SubjectRef? on = null)
    {
        for (var line = 0; line < lines; line++)
        {
            var number = line;
            await _hub.In<object?>((_, db) =>
            {
                db.Audit.Add(AuditEntry.From(new AuditLine(People.Ada, _hub.Clock.Now, "test.thing.done", on ?? new SubjectRef("test.thing", Guid.NewGuid()), $"Because of Tom {number}")));
                return Task.FromResult<object?>(null);
            });
        }
    }

    private Task<object?> Strike(SubjectRef thing) => _hub.In<object?>(async (services, _) =>
    {
        await services.GetServices<IHandle<WordsStruck>>().OfType<StruckReasons>().Single().HandleAsync(new WordsStruck(thing, ["Tom"], "[redacted]"), TestContext.Current.CancellationToken);
        return null;
    });

    private Task<int> WithoutTriggers(string sql) => _hub.In(async (_, db) =>
    {
        await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite()
            ? "DROP TRIGGER core_audit_kept; DROP TRIGGER core_audit_unchanged;"
            : "ALTER TABLE core_audit DISABLE TRIGGER ALL;");
        return await db.Database.ExecuteSqlRawAsync(sql);
    });

    private async Task<(int Code, string Output)> Verify(params string[] arguments)
    {
        await using var scope = _hub.Services.CreateAsyncScope();
        using var output = new StringWriter();
        var command = scope.ServiceProvider.GetServices<EngagementHub.Core.Ports.IHostCommand>().Single(c => c.Name == "verify-audit");
        return (await command.RunAsync(arguments, output, TextWriter.Null, TestContext.Current.CancellationToken), output.ToString());
    }
}
