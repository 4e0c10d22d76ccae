using System.Globalization;
using EngagementHub.Core.Ports;

namespace EngagementHub.Web.Hosting;

/// <summary>The commands of the executable: <c>serve</c>, <c>migrate</c>, <c>health</c>, and those that modules contribute.</summary>
internal static class HubCommands
{
    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        var (command, rest) = args is [var first, .. var others] && !first.StartsWith('-') ? (first, others) : ("serve", args);
        try
        {
            return (command, args.Contains("--help")) switch
            {
                (_, true) or ("help", _) => await HelpAsync(),
                ("serve", _) => await HubServer.ServeAsync(rest),
                ("migrate", _) => await MigrateAsync(rest),
                ("health", _) => await HealthProbe.RunAsync(rest),
                _ => await RunModuleCommandAsync(command, rest),
            };
        }
        catch (Exception e) when (StartProblem.SentenceFor(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 3;
        }
    }

    private static async Task<int> HelpAsync()
    {
        await using var app = HubServer.Build([], forCommand: true);
        await using var scope = app.Services.CreateAsyncScope();
        await Console.Out.WriteLineAsync("EngagementHub: a staff engagement portal\n\nUsage: EngagementHub.Web [COMMAND] [ARGUMENTS] [--Setting:Key=value …]\n");
        (string, string)[] own = [("serve", "serves the portal (default)"), ("migrate", "brings the database to this version"), ("health", "asks the hub of this machine whether it is ready")];
        var modules = scope.ServiceProvider.GetServices<IHostCommand>().Select(c => ($"{c.Name} {c.Usage}", c.Description));
        foreach (var (usage, description) in own.Concat(modules))
        {
            await Console.Out.WriteLineAsync($"  {usage,-42} {description}");
        }

        await Console.Out.WriteLineAsync("  --help                                     says this\n\nExit codes: 0 done; 1 refused or with findings; 2 wrong use; 3 cannot start. Settings: README.md");
        return 0;
    }

    private static async Task<int> MigrateAsync(string[] args)
    {
        await using var app = HubServer.Build(args, forCommand: true);
        var applied = await HubSchema.MigrateAloneAsync(app);
        await Console.Out.WriteLineAsync(applied == 0 ? "The database is at this version already" : $"The database is at this version now: {applied} migrations applied");
        return 0;
    }

    private static async Task<int> RunModuleCommandAsync(string name, string[] args)
    {
        string[] settings = [.. args.Where(IsSetting)];
        await using var app = HubServer.Build(settings, forCommand: true);
        await using var scope = app.Services.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetServices<IHostCommand>().ToList();
        if (commands.FirstOrDefault(c => c.Name == name) is not { } command)
        {
            await Console.Error.WriteLineAsync($"There is no command '{name}'. There are serve, migrate, health, {string.Join(", ", commands.Select(c => c.Name))}; --help says more");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        if (command.NeedsSchema)
        {
            await HubSchema.MigrateAloneAsync(app);
        }

        try
        {
            return await command.RunAsync([.. args.Where(a => !IsSetting(a))], Console.Out, Console.Error, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before the end; what was not finished was not kept");
            return 1;
        }
    }

    // A setting of the host, --Section:Key=value, as opposed to a command's own --option.
    private static bool IsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
        && (argument[..equals].Contains(':', StringComparison.Ordinal) || argument[..equals] is "--environment" or "--urls");
}
