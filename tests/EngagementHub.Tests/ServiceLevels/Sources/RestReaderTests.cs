using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Sources.Rest;

namespace EngagementHub.Tests.ServiceLevels.Sources;

/// <summary>A reader that is ended at random and begun again, on a service that misbehaves on purpose while its tickets change, must know in the end what the log says.</summary>
public class RestReaderTests
{
    private const int MostSteps = 20_000;
    private static readonly ToldLog Log = ToldLog.Read(60);

    public static TheoryData<string, int> Runs { get; } = [.. ((string[])["servicenow-incident", "jira"]).SelectMany(profile => Enumerable.Range(1, 10).Select(seed => new TheoryDataRow<string, int>(profile, seed)))];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Whatever_the_service_does_the_tickets_are_in_the_end_what_the_log_says(string profile, int seed)
    {
        await using var service = new MoodyService(Log, seed);
        await service.StartAsync();
        var store = new Store(RulesOf(profile, service.Address), seed);

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

        while (!await store.RoundAsync())
        {
        }

        Assert.True(service.Moods.Keys.Intersect(["429", "500", "html", "half", "forgets"]).Count() >= 4, string.Join(' ', service.Moods));
        Assert.True(store.Ends > 3, "the reader was never ended");
        Assert.Equal(Log.Incidents.Select(incident => $"{incident.Number}: {incident.Life}").Order(), store.Lives.Order());
    }

    [Fact]
    public async Task A_service_that_asks_to_be_left_alone_says_for_how_long()
    {
        await using var service = new MoodyService(Log, 1);
        await service.StartAsync();
        ServiceTroubleException? trouble = null;
        var reader = Store.ReaderOf(RulesOf("servicenow-incident", service.Address));
        for (var step = 0; step < MostSteps && trouble?.After is null; step++)
        {
            try
            {
                await reader.ReadAsync(RestCursor.From(new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero)), TestContext.Current.CancellationToken);
            }
            catch (ServiceTroubleException e)
            {
                trouble = e;
            }
        }

        Assert.Equal(TimeSpan.FromSeconds(7), trouble!.After);
        Assert.NotEmpty(trouble.Cure);
    }

    [Theory]
    [InlineData("servicenow-incident")]
    [InlineData("jira")]
    public async Task One_ticket_is_read_anew_by_its_number(string profile)
    {
        await using var service = new MoodyService(Log, 1) { IsCalm = true };
        await service.StartAsync();
        service.ComeToTheEnd();
        var reader = Store.ReaderOf(RulesOf(profile, service.Address));

        var found = await reader.ReadOneAsync(Log.Incidents[3].Number, TestContext.Current.CancellationToken);

        Assert.Equal(Log.Incidents[3].Life, Store.LifeOf(Assert.Single(found!.Tickets)));
        Assert.Null(await reader.ReadOneAsync("INC-NONE", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_ready_profiles_can_be_read_once_address_and_service_are_filled_in()
    {
        foreach (var (_, _, rules) in RestProfiles.All.Where(profile => profile.Name != "other"))
        {
            (rules with { Address = "https://desk.example", Shape = rules.Shape with { Fields = rules.Shape.Fields with { Service = "it-incidents" } } }).Check();
        }
    }

    private static RestRules RulesOf(string profile, string address)
    {
        var rules = RestProfiles.All.Single(known => known.Name == profile).Rules;
        return rules with { Address = address, PageSize = 10, SignIn = SignIn.None, Shape = rules.Shape with { Fields = rules.Shape.Fields with { Service = "it-incidents", States = LevelBuilder.ServiceNow.States } } };
    }

    /// <summary>What a hub keeps: tickets, and how far it has read, both or neither.</summary>
    private sealed class Store(RestRules rules, int seed)
    {
        private readonly Random _random = new(seed * 31);
        private readonly Dictionary<string, TicketReport> _tickets = [];
        private RestCursor _cursor = RestCursor.From(new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero));

        public int Ends { get; private set; }

        public IEnumerable<string> Lives => _tickets.Values.Select(ticket => $"{ticket.Number}: {LifeOf(ticket)}");

        public static RestReader ReaderOf(RestRules rules) => new(rules, new HttpFetch(new HttpClient(), rules, "", TimeSpan.FromMilliseconds(500)), DateTimeOffset.MaxValue.AddDays(-2));

        public static string LifeOf(TicketReport ticket) => string.Join(", ", ticket.Events.OrderBy(told => told.Order).Select(told => $"{told.State} {told.At:yyyy-MM-dd HH:mm}"));

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
            var reader = ReaderOf(rules);
            var steps = 0;
            try
            {
                while (service.Now < Log.Last)
                {
                    steps++;
                    await StepAsync(reader, end.Token);
                }
            }
            catch (OperationCanceledException)
            {
                Ends++;
            }

            service.BeforeAnswer = null;
            return steps + 1;
        }

        /// <summary>Reads to the end of a round.</summary>
        public async Task<bool> RoundAsync() => await StepAsync(ReaderOf(rules), CancellationToken.None);

        private async Task<bool> StepAsync(RestReader reader, CancellationToken end)
        {
            try
            {
                var page = await reader.ReadAsync(_cursor, end);
                Assert.Empty(page.Refused);
                foreach (var ticket in page.Tickets)
                {
                    _tickets[ticket.Number] = ticket;
                }

                _cursor = page.IsLast ? page.Next.NextRound(rules.Overlap) : page.Next;
                return page.IsLast;
            }
            catch (ServiceTroubleException trouble)
            {
                _cursor = trouble.BeginAgain ? _cursor.NextRound(rules.Overlap) : _cursor;
                return false;
            }
        }
    }
}
