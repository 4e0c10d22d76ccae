using EngagementHub.BrowserTests.Support;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>What the blog's owner and the guest do with the pen, with Tab, letters and Enter.</summary>
internal sealed class HostingByKeys(HubBrowser browser, string host)
{
    private const string Owner = "permanent-secretarys-office";
    private const string Blog = "/blogs/permanent-secretary";
    private readonly HandsOnKeys _keys = new(browser);
    private string _period = "";

    public async Task Invite(string name, DateOnly firstDay, DateOnly lastDay)
    {
        await browser.SignIn(Owner);
        await browser.Go($"{Blog}/hosting");
        await _keys.Press("Invite a host");
        await _keys.Choose("Guest host", name);
        await _keys.TypeDay(firstDay);
        await _keys.TypeDay(lastDay);
        await _keys.Press("Send the invitation");
        await browser.Sees("is invited to host from");
    }

    public async Task Accept()
    {
        await browser.SignIn(host);
        await browser.Go("/notifications");
        await _keys.Press("Host Permanent Secretary's blog from");
        await _keys.Press("Accept");
        await browser.Sees("You host Permanent Secretary's blog from");
        _period = browser.Page.Url;
    }

    public async Task Publish(string title, string text)
    {
        await browser.Go(_period);
        await _keys.Press("Write a post");
        await _keys.Type("Title", title);
        await _keys.Type("What you want to say", text);
        await _keys.Press("Save and publish…");
        await _keys.Press("Publish");
        await browser.Sees("The post is published");
    }

    public async Task Promise(string post, string sentence, DateOnly due)
    {
        await browser.Go(_period);
        await _keys.Press("Sort the comments into themes");
        await _keys.Press($"Mark a promise made in {post}");
        await _keys.Type("The sentence that promises something", sentence);
        await _keys.TypeDay(due);
        await _keys.Type("What would show it kept", "Anybody can look it up");
        await _keys.Press("Mark the promise");
        await browser.Sees("The promise is made");
    }

    public async Task PostIsRefused()
    {
        await browser.Go($"{Blog}/write");
        await browser.Sees("for a period that has not begun or is over");
    }

    public async Task MayStillAnswer()
    {
        await browser.Go(_period);
        await browser.Sees("Answering what is open");
        await _keys.Press("Sort the comments into themes");
        await browser.SeesNot("You cannot see this page");
    }

    public async Task LeaveWords(string words)
    {
        await browser.Go(_period);
        await _keys.Press("See what is open and add a few words");
        await _keys.Type("A few words to whoever comes next", words);
        await _keys.Press("Save your words");
        await browser.Sees(words);
    }

    public async Task TakeOver(string promise)
    {
        await browser.SignIn(Owner);
        await browser.Go("/notifications");
        await _keys.Press("What Head of recruitment");
        await browser.Sees("Waits for the next host or the blog's owner");
        await _keys.Press($"Take it over {promise}");
        await browser.Sees("Taken over");
    }

    public async Task Decline(string promise, string why)
    {
        await _keys.Press($"Decline… {promise}");
        await _keys.Type("You decline it because", why);
        await _keys.Press("Decline");
        await browser.Sees(why);
    }
}
