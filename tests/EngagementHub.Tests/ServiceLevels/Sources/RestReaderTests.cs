using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Sources.Json;
using EngagementHub.ServiceLevels.Sources.Polled;
using EngagementHub.ServiceLevels.Sources.Rest;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.Tests.ServiceLevels.Sources;

/// <summary>A reader that is ended at random and begun again, on a service that misbehaves on purpose while its tickets change, must know in the end what the log says.</summary>
[Trait("Runs", "Once")]
public class RestReaderTests
{
    private const int MostSteps = 20_000;
    private static readonly ToldLog Log = ToldLog.Read(60);
    private static readonly HttpClient Impatient = new() { Timeout = TimeSpan.FromMilliseconds(500) };
    private static readonly HttpClient Patient = new();
    private static readonly LiveRules Meanings = new()
    {
        Statuses = [.. LevelBuilder.ServiceNow.States.Select(state => new StatusRule(state.State, state.Means, "")), new("in_progress", Meaning.Open, ""), new("paused", Meaning.Paused, ""), new("completed", Meaning.Resolved, "")],
        Services = ServiceRule.Parse("every ticket = it-incidents"),
    };

    public static TheoryData<string, int> Runs { get; } =
    [
        .. ((string[])["servicenow-incident", "jira"]).SelectMany(kind => Enumerable.Range(1, 10).Select(seed => new TheoryDataRow<string, int>(kind, seed))),
        .. ((string[])["servicenow-request", "servicenow-sla", "counted", "linked"]).SelectMany(kind => Enumerable.Range(1, 4).Select(seed => new TheoryDataRow<string, int>(kind, seed))),
    ];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Whatever_the_service_does_the_tickets_are_in_the_end_what_the_log_says(string kind, int seed)
    {
        await using var service = new MoodyService(Log, seed);
        await service.StartAsync();
        var store = new Store(kind, service.Address, seed);

        var steps = 0;
        while (service.Now < Log.Last || !service.IsCalm)
        {
            steps += await store.LiveAsync(service);
            Assert.True(steps < MostSteps, "the reader does not come to the end");
            if (service.Now >= Log.Last)
            {
                service.IsCalm = true;
                service.ComeToTheEnd();
            }
        }

        // The round that is under way, and one that is calm from its beginning.
        for (var rounds = 0; rounds < 2; rounds += await store.StepAsync(CancellationToken.None) ? 1 : 0)
        {
            Assert.True(++steps < MostSteps, "the last rounds do not come to the end");
        }

        Assert.True(service.Moods.Keys.Intersect(["429", "500", "html", "half", "forgets"]).Count() >= 4, string.Join(' ', service.Moods));
        Assert.True(store.Ends > 3, "the reader was never ended");
        Assert.Equal(Log.Incidents.Select(incident => $"{incident.Number}: {incident.Life(WordsOf(kind))}").Order(), store.Lives.Order());
    }

    [Fact]
    public async Task A_service_that_asks_to_be_left_alone_says_for_how_long()
    {
        await using var service = new MoodyService(Log, 1);
        await service.StartAsync();
        SourceTroubleException? trouble = null;
        for (var step = 0; step < MostSteps && trouble?.After is null; step++)
        {
            try
            {
                await ReaderOf("servicenow-incident").ReadAsync(AskOf("servicenow-incident", service.Address, Impatient), "", TestContext.Current.CancellationToken);
            }
            catch (SourceTroubleException e)
            {
                trouble = e;
            }
        }

        Assert.Equal(TimeSpan.FromSeconds(7), trouble!.After);
        Assert.NotEmpty(trouble.Cure);
    }

    [Theory]
    [InlineData("servicenow-incident")]
    [InlineData("servicenow-request")]
    [InlineData("servicenow-sla")]
    [InlineData("jira")]
    public async Task One_ticket_is_read_anew_by_its_number(string kind)
    {
        await using var service = new MoodyService(Log, 1) { IsCalm = true };
        await service.StartAsync();
        service.ComeToTheEnd();
        var ask = AskOf(kind, service.Address, Patient);

        var found = await ReaderOf(kind).ReadOneAsync(ask, Log.Incidents[3].Number, TestContext.Current.CancellationToken);

        Assert.Equal(Log.Incidents[3].Life(WordsOf(kind)), LifeOf(Assert.Single(found!.Tickets)));
        Assert.Null(await ReaderOf(kind).ReadOneAsync(ask, "INC-NONE", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_service_that_answers_with_another_ticket_than_was_asked_for_changes_nothing()
    {
        await using var service = new MoodyService(Log, 1) { IsCalm = true };
        await service.StartAsync();
        service.ComeToTheEnd();
        var ask = AskOf("servicenow-incident", service.Address, Patient);
        var rules = RestRules.Parse(ask.Settings);
        ask = ask with { Settings = (rules with { OneQuery = rules.OneQuery.Replace("number%3D", "nummer%3D", StringComparison.Ordinal) }).Write() };

        var trouble = await Assert.ThrowsAsync<SourceTroubleException>(() => ReaderOf("servicenow-incident").ReadOneAsync(ask, "INC-NONE", TestContext.Current.CancellationToken));

        Assert.Equal("The system answered with another ticket than the one it was asked for", trouble.Message);
    }

    [Fact]
    public async Task What_was_read_of_a_page_that_breaks_off_is_kept_and_read_on_from_there()
    {
        await using var service = new MoodyService(Log, 1) { IsCalm = true };
        await service.StartAsync();
        service.ComeToTheEnd();
        service.FailsAfter = 5;
        var ask = AskOf("servicenow-incident", service.Address, Patient);

        var half = await ReaderOf("servicenow-incident").ReadAsync(ask, "", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SourceTroubleException>(() => ReaderOf("servicenow-incident").ReadAsync(ask, half.Cursor, TestContext.Current.CancellationToken));
        service.FailsAfter = int.MaxValue;
        var rest = await ReaderOf("servicenow-incident").ReadAsync(ask, half.Cursor, TestContext.Current.CancellationToken);

        Assert.Equal((4, false), (half.Tickets.Count, half.IsLast));
        Assert.Empty(half.Tickets.Select(ticket => ticket.Number).Intersect(rest.Tickets.Select(ticket => ticket.Number)));
        Assert.Equal(10, rest.Tickets.Count);
    }

    [Fact]
    public void The_ready_profiles_can_be_read_as_they_are_and_an_agreement_once_it_is_named()
    {
        foreach (var profile in RestProfile.All.Where(profile => profile.Kind is not ("rest" or "servicenow-sla")))
        {
            profile.Rules.Check();
        }

        Assert.Equal("Query", Assert.Throws<BrokenRuleException>(RestProfile.All.Single(profile => profile.Kind == "servicenow-sla").Rules.Check).Field);
    }

    private static Func<string, string>? WordsOf(string kind) => kind == "servicenow-sla" ? MoodyService.Stage : null;

    private static RestReader ReaderOf(string kind) => new(RestProfile.All.FirstOrDefault(profile => profile.Kind == kind) ?? RestProfile.All[^1]);

    private static SourceAsk AskOf(string kind, string address, HttpClient http) =>
        new(http, new Uri(address), "", (RulesOf(kind) with { PageSize = 10, SignIn = SignIn.None }).Write(), Meanings, new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    private static RestRules RulesOf(string kind) => kind switch
    {
        "counted" => Own with { Query = "/counted?since={since}&offset={offset}&limit={limit}", Paging = Paging.Offset, Shape = Own.Shape with { Records = "tickets" } },
        "linked" => Own with { Query = "/linked?since={since}", Paging = Paging.Link },
        "servicenow-sla" => RestProfile.All.Single(known => known.Kind == kind).Rules is var rules ? rules with { Query = rules.Query.Replace("{sla}", "Resolution", StringComparison.Ordinal), OneQuery = rules.OneQuery.Replace("{sla}", "Resolution", StringComparison.Ordinal) } : rules,
        _ => RestProfile.All.Single(known => known.Kind == kind).Rules,
    };

    private static RestRules Own { get; } = new()
    {
        Changed = "changed",
        Id = "number",
        SinceFormat = "yyyy-MM-dd HH:mm",
        Shape = new JsonShape { Fields = new MappingRules { Ticket = "number", Opened = "opened", EventTime = "changed", State = "status", TimeFormat = "year first", Zone = "UTC" } },
        History = new HistoryRules { Items = "life", At = "at", Id = "n", From = "from", To = "to", Order = "n" },
    };

    private static string LifeOf(TicketReport ticket) => string.Join(", ", ticket.Events.Select(told => $"{told.State} {told.At:yyyy-MM-dd HH:mm}"));

    /// <summary>What a hub keeps: tickets, and how far it has read, both or neither.</summary>
    private sealed class Store(string kind, string address, int seed)
    {
        private readonly Random _random = new(seed * 31);
        private readonly Dictionary<string, TicketReport> _tickets = [];
        private readonly SourceAsk _ask = AskOf(kind, address, Impatient);
        private string _cursor = "";

        public int Ends { get; private set; }

        public IEnumerable<string> Lives => _tickets.Values.Select(ticket => $"{ticket.Number}: {LifeOf(ticket)}");

        /// <summary>Reads until it is ended, somewhere in the middle.</summary>
        public async Task<int> LiveAsync(MoodyService service)
        {
            using var end = new CancellationTokenSource();
            var left = _random.Next(5, 80);
            service.BeforeAnswer = () =>
            {
                if (--left == 0)
                {
                    end.Cancel();
                }
            };
            var steps = 0;
            try
            {
                while (service.Now < Log.Last)
                {
                    steps++;
                    await StepAsync(end.Token);
                }
            }
            catch (OperationCanceledException)
            {
                Ends++;
            }

            service.BeforeAnswer = null;
            return steps + 1;
        }

        /// <returns>Whether that was the end of a round.</returns>
        public async Task<bool> StepAsync(CancellationToken end)
        {
            try
            {
                var reading = await ReaderOf(kind).ReadAsync(_ask, _cursor, end);
                Assert.Empty(reading.Unread);
                foreach (var ticket in reading.Tickets)
                {
                    _tickets[ticket.Number] = ticket;
                }

                _cursor = reading.Cursor;
                return reading.IsLast;
            }
            catch (SourceTroubleException trouble)
            {
                _cursor = trouble.BeginAgain ? trouble.BeginAt! : _cursor;
                return false;
            }
        }
    }
}
