using BenchmarkDotNet.Running;
using EngagementHub.Benchmarks;
using EngagementHub.Benchmarks.Faults;
using EngagementHub.Benchmarks.Readers;

// engine: BenchmarkDotNet on the arithmetic and the text. themes: suggested themes against k-means on labelled texts.
// start, post, overload, weight, reading, search, comments, webhooks, lag, pulse, queue, board, plan, tickets, csv, memory, faults, mail: the published host in a process of its own, over HTTP.
switch (args)
{
    case ["start", .. var only]:
        await StartUp.MeasureAsync(only is ["shipped"]);
        break;
    case ["post", .. var parts]:
        await BesideNginx.MeasureAsync(parts);
        break;
    case ["overload", ..]:
        await TooMany.MeasureAsync();
        break;
    case ["weight", ..]:
        await FirstVisit.MeasureAsync();
        break;
    case ["search", .. var postgres]:
        await SearchPage.MeasureAsync(postgres.FirstOrDefault());
        break;
    case ["webhooks", .. var postgres]:
        await WebhookBurst.MeasureAsync(postgres.FirstOrDefault());
        break;
    case ["lag", .. var postgres]:
        await FigureLag.MeasureAsync(postgres.FirstOrDefault());
        break;
    case ["comments", .. var postgres]:
        await CommentBurst.MeasureAsync(postgres.FirstOrDefault());
        break;
    case ["pulse", .. var postgres]:
        await PulseCheck.MeasureAsync(postgres.FirstOrDefault());
        break;
    case ["queue", .. var postgres]:
        await QueuePage.MeasureAsync(postgres.FirstOrDefault());
        break;
    case ["tickets", var count, .. var postgres]:
        await TicketsAtScale.MeasureAsync(int.Parse(count, null), postgres.FirstOrDefault());
        break;
    case ["memory", .. var postgres]:
        await Memory.MeasureAsync(postgres.FirstOrDefault());
        break;
    case ["plan", .. var postgres]:
        await PlanPage.MeasureAsync(postgres.FirstOrDefault());
        break;
    case ["csv", .. var postgres]:
        await CsvMemory.MeasureAsync(postgres.FirstOrDefault());
        break;
    case ["board", .. var postgres]:
        await BoardPage.MeasureAsync(postgres.FirstOrDefault());
        break;
    case ["faults", "nodes", var postgres, var proxy]:
        return await TwoNodes.RunAsync(postgres, proxy);
    case ["faults", "upgrade", var postgres, var proxy, var before]:
        return await UpgradeUnderLoad.RunAsync(postgres, proxy, before);
    case ["faults", "migrating", .. var postgres]:
        return KilledMigrating.Run(postgres.FirstOrDefault());
    case ["faults", "gigabyte", .. var databases]:
        return await GigabyteBackup.RunAsync(databases.FirstOrDefault(), databases.LastOrDefault());
    case ["faults", "away", var postgres, var postmaster]:
        return await DatabaseAway.RunAsync(postgres, int.Parse(postmaster, null));
    case ["faults", "failover", var primary, var standby, var folder, var programs, ("synchronous" or "asynchronous") and var how]:
        return await Failover.RunAsync(primary, standby, folder, programs, how == "synchronous");
    case ["faults", "log"]:
        return await CutLog.RunAsync();
    case ["faults", "full", var folder]:
        return await FullDisk.RunAsync(folder);
    case ["faults", "disk"]:
        return await BadDisk.RunAsync();
    case ["faults", "clock", var library, var postgres]:
        return await WrongClock.RunAsync(library, postgres);
    case ["faults", "backup", .. var databases]:
        return await BackupUnderLoad.RunAsync(databases.FirstOrDefault(), databases.LastOrDefault());
    case ["faults", .. var postgres]:
        return await KilledInABurst.RunAsync(postgres.FirstOrDefault());
    case ["mail", .. var postgres]:
        return await MailFaults.RunAsync(postgres.FirstOrDefault());
    case ["themes", .. var files]:
        SuggestedThemes.Measure(files);
        break;
    case ["reading", ..]:
        await Reading.MeasureAsync();
        break;
    case ["engine", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(PostPage).Assembly).Run(rest);
        break;
    default:
        Console.WriteLine("Usage: dotnet run -c Release --project tests/EngagementHub.Benchmarks -- start [shipped] | post [connections | comments | people | fresh] | overload | weight | reading | search [POSTGRES] | comments [POSTGRES] | webhooks [POSTGRES] | lag [POSTGRES] | pulse [POSTGRES] | queue [POSTGRES] | board [POSTGRES] | plan [POSTGRES] | tickets COUNT [POSTGRES] | csv [POSTGRES] | memory [POSTGRES] | faults [POSTGRES] | mail [POSTGRES] | themes [FILE...] | engine [--filter *]");
        break;
}

return 0;
