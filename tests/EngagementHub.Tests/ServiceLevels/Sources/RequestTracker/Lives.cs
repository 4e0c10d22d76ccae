using System.Diagnostics;
using System.Text.Json;

namespace EngagementHub.Tests.ServiceLevels.Sources.RequestTracker;

/// <summary>Leads tickets in a real Request Tracker through back-dated lives, and knows what was done: the truth that a reader must find.</summary>
internal sealed class Lives : IDisposable
{
    private static readonly string[] Services = ["Standard desktop", "New account", "Shared folder access", "Pay query"];
    private readonly Process _rt;
    private readonly Random _random = new(7);
    private readonly Dictionary<int, TrueTicket> _tickets = [];

    public Lives()
    {
        var perl = Path.Combine(HostProcess.Root, "tests", "request-tracker");
        var start = new ProcessStartInfo("perl", [Path.Combine(perl, "lives.pl")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["HUB_CLOCK"] = Path.Combine(Folder, "clock");
        start.Environment["PERL5OPT"] = $"-I{perl} -MFakeClock";
        _rt = Process.Start(start)!;
    }

    public static string? Address => Environment.GetEnvironmentVariable("HUB_TEST_RT") is { Length: > 0 } address ? address : null;

    public static string Token => Environment.GetEnvironmentVariable("HUB_TEST_RT_TOKEN")!;

    public IReadOnlyCollection<TrueTicket> Tickets => _tickets.Values;

    private static string Folder => Environment.GetEnvironmentVariable("HUB_TEST_RT_FOLDER")!;

    /// <summary>Tickets with lives of every kind, all events in the order of their times, as a real system writes them.</summary>
    public void Lead(int tickets, DateTimeOffset from, TimeSpan over)
    {
        var plans = Enumerable.Range(0, tickets).Select(n => Plan(n, from + TimeSpan.FromSeconds(_random.NextInt64((long)over.TotalSeconds)))).ToList();
        Dictionary<int, int> numbers = [];
        foreach (var (n, at, step, to) in plans.SelectMany((plan, n) => plan.Select(done => (N: n, done.At, done.Step, done.To))).OrderBy(done => done.At).ThenBy(done => done.N))
        {
            if (step == "create")
            {
                numbers[n] = Create(at, to, $"person{(n % 3) + 1}");
            }
            else if (step != "merge" || numbers.Values.FirstOrDefault(other => other != numbers[n] && _tickets[other] is { Steps.Count: 1 }) is not 0)
            {
                Do(numbers[n], at, step, step == "merge" ? $"{numbers.Values.First(other => other != numbers[n] && _tickets[other] is { Steps.Count: 1 })}" : to);
            }
        }
    }

    public int Create(DateTimeOffset at, string service, string who = "person1")
    {
        var queue = service == "Pay query" ? "HR Pay" : "IT Requests";
        var number = Ask(new { at = at.ToUnixTimeSeconds(), step = "create", queue, to = service, who });
        _tickets[number] = new TrueTicket(number, who, service, Whole(at));
        return number;
    }

    public void Do(int number, DateTimeOffset at, string step, string to = "")
    {
        Ask(new { at = at.ToUnixTimeSeconds(), step, ticket = number, to, who = _tickets[number].Who });
        _tickets[number].Steps.Add((Whole(at), step, to));
    }

    /// <summary>The same at the real time, as people do it.</summary>
    public void Now(int number, string step, string to = "") => Ask(new { at = 0, step, ticket = number, to, who = _tickets[number].Who });

    public TrueTicket Plain() => _tickets.Values.First(ticket => ticket.Steps is [(_, "status", "open"), (_, "status", "resolved")]);

    public TrueTicket Open(int skip = 0) => _tickets.Values.Where(ticket => ticket.Steps is []).Skip(skip).First();

    public void Dispose()
    {
        _rt.StandardInput.Close();
        _rt.WaitForExit();
        _rt.Dispose();
    }

    private static DateTimeOffset Whole(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    private List<(DateTimeOffset At, string Step, string To)> Plan(int n, DateTimeOffset at)
    {
        List<(DateTimeOffset At, string Step, string To)> plan = [(at, "create", Services[n % Services.Length])];
        void Then(string step, string to = "", int most = 40) => plan.Add((at = at.AddSeconds(_random.Next(1, most * 3600)), step, to));
        void Stall()
        {
            Then("status", "stalled");
            Then("status", "open", 100);
        }

        var life = n % 12;
        if (life != 11)
        {
            Then("status", "open", 20);
        }

        Action live = life switch
        {
            0 or 1 => () => Then("status", "resolved", 100),
            2 => () => { Then("answer"); Stall(); Then("status", "resolved"); }
            ,
            3 => () => { Stall(); Stall(); Then("status", "resolved"); }
            ,
            4 => () => { Then("status", "resolved"); Then("reply"); Then("status", "resolved"); }
            ,
            5 => () => Then("status", "rejected"),
            6 => () => Then("status", "deleted"),
            7 => () => Then("status", "stalled"),
            8 => () => { Then("service", Services[(n + 1) % 3]); Then("status", "resolved"); }
            ,
            9 => () => { Then("queue", n % 4 == 3 ? "IT Requests" : "HR Pay"); Then("status", "resolved"); }
            ,
            10 => () => Then("merge"),
            _ => () => { }
            ,
        };
        live();
        return plan;
    }

    private int Ask(object change)
    {
        _rt.StandardInput.WriteLine(JsonSerializer.Serialize(change));
        _rt.StandardInput.Flush();
        var answer = JsonDocument.Parse(_rt.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Request Tracker ended")).RootElement;
        Assert.True(answer.GetProperty("ok").GetBoolean(), $"{JsonSerializer.Serialize(change)}: {answer.GetProperty("message")}");
        return answer.GetProperty("ticket").GetInt32();
    }
}

/// <summary>What was done to a ticket, and what its clock must therefore say; reckoned by itself and not by the hub's own code.</summary>
internal sealed record TrueTicket(int Number, string Who, string Service, DateTimeOffset Opened)
{
    public List<(DateTimeOffset At, string Step, string To)> Steps { get; } = [];

    public string Clock
    {
        get
        {
            var (state, since, service) = ("new", Opened, Service);
            List<string> words = [$"opened {Opened:u}"];
            foreach (var (at, step, to) in Steps)
            {
                var next = step switch { "status" => to, "reply" when state == "resolved" => "open", "merge" => "merged", _ => state };
                service = step == "service" ? to : service;
                if (Kind(next) != Kind(state))
                {
                    words.AddRange(Kind(state) is "runs" ? [] : [$"{Kind(state)} {since:u} to {at:u}"]);
                    since = at;
                }

                state = next;
            }

            return string.Join("; ", [.. words, $"then {Kind(state)}{(Kind(state) == "runs" ? "" : $" since {since:u}")}", service]);
        }
    }

    private static string Kind(string state) => state switch { "new" or "open" => "runs", "stalled" => "waits", "resolved" => "done", _ => "void" };
}
