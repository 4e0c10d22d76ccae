using EngagementHub.Web.Hosting;

namespace EngagementHub.Tests.Host;

/// <summary>A value that cannot be right, or a key that means nothing, stops the start and is named.</summary>
[Trait("Runs", "Once")]
public sealed class SettingsTests
{
    public static TheoryData<string, string> WrongSettings => new()
    {
        { "--Database:Provider=Oracle", "The setting Database:Provider is wrong: it is 'Oracle'; use Sqlite or Postgres" },
        { "--Database:Connection=", "The setting Database:Connection is wrong: it is empty; for the embedded database write Data Source=App_Data/engagementhub.db" },
        { "--Hub:Zone=Europe/Londin", "The setting Hub:Zone is wrong: there is no time zone 'Europe/Londin'; use an IANA name such as Europe/London" },
        { "--Hub:Theme=Purple", "The setting Hub:Theme is wrong: there is no theme 'Purple'; there is GovUk" },
        { "--Hub:Reading=Nobody", "The setting Hub:Reading is wrong: it is 'Nobody'; use Anyone or SignedIn" },
        { "--Hub:Colour=blue", "The setting Hub:Colour is wrong: there is no such setting" },
        { "--Hub:ModulesOff:0=Conversation", "The setting Hub:ModulesOff is wrong: Blogging needs Conversation; switch both off or neither" },
        { "--Database:Conection=x", "The setting Database:Conection is wrong: there is no such setting; there are Provider, Connection, Direct, Replica" },
        { "--Database:Replica=Host=db2", "The setting Database:Replica is wrong: an embedded database has none; leave it out, or use Database:Provider=Postgres" },
        { "--Database:Provider=Postgres", "The setting Database:Connection is wrong: " },
        { "--Jobs:Run=perhaps", "The setting Jobs:Run is wrong: it is 'perhaps'; use true or false" },
        { "--Jobs:Runs=true", "The setting Jobs:Runs is wrong: there is no such setting; there is Run" },
        { "--Uploads:Foldr=/data", "The setting Uploads:Foldr is wrong: there is no such setting; there is Folder" },
        { "--Shutdown:DrainSeconds=soon", "The setting Shutdown:DrainSeconds is wrong: it is 'soon'; use 0 to 120" },
        { "--Telemetry:Endpoint=collector", "The setting Telemetry:Endpoint is wrong: it is 'collector'; write an address such as http://127.0.0.1:4318, or nothing" },
        { "--Telemetry:Seconds=often", "The setting Telemetry:Seconds is wrong: it is 'often'; use a number" },
        { "--Proxies:Trusted:0=proxy", "The setting Proxies:Trusted is wrong: 'proxy' is no address or network; write it as 10.0.0.5 or 10.0.0.0/24" },
        { "--Limits:Write:Permits=many", "The setting Limits:Write:Permits is wrong: it is 'many'; use a number" },
        { "--Limits:Write:Seconds=0", "The setting Limits:Write is wrong: use 0 or more permits and at least one second" },
        { "--Overload:Fewest=many", "The setting Overload:Fewest is wrong: it is 'many'; use a whole number from 0 to 10000" },
        { "--Overload:Most=0", "The setting Overload:Most is wrong: it is '0'; use a whole number from " },
        { "--Overload:Line=1", "The setting Overload:Line is wrong: there is no such setting; there are Fewest, Most, LineSeconds" },
        { "--Sessions:IdleMinutes=0", "The setting Sessions:IdleMinutes is wrong: it is '0'; use a whole number from 1 to 1440" },
        { "--SignIn:NewPeople=Everybody", "The setting SignIn:NewPeople is wrong: it is 'Everybody'; use " },
        { "--Keys:CertificateFil=x", "The setting Keys:CertificateFil is wrong: there is no such setting" },
        { "--Oidc:Authorty=x", "The setting Oidc:" },
        { "--AzureAd:TenantId=common", "The setting AzureAd:TenantId is wrong: " },
        { "--Responses:ReopenFewest=few", "The setting Responses:ReopenFewest is wrong: it is 'few'; use a number" },
        { "--ServiceLevels:BankHolidays:Address=http://www.gov.uk/bank-holidays.json", "The setting ServiceLevels:BankHolidays:Address is wrong: " },
    };

    [Theory, MemberData(nameof(WrongSettings))]
    public void A_wrong_setting_is_named_at_the_start(string setting, string sentence)
    {
        var problem = Record.Exception(() => HubServer.Build([$"--contentRoot={HostProcess.Root}", "--environment=Development", $"--Database:Connection=Data Source={Path.GetTempPath()}/hub-settings.db", setting], forCommand: false));

        Assert.NotNull(problem);
        Assert.StartsWith(sentence, StartProblem.SentenceFor(problem), StringComparison.Ordinal);
    }
}
