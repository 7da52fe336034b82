// List.ForEach takes an Action: the tasks returned by its lambda are thrown away and the issue is marked as sent too early. difficulty: medium
namespace Cases.U775;

public interface IMailer
{
    Task SendAsync(string address, string subject, string body);
}

public interface ISubscriberStore
{
    Task<List<string>> ActiveAsync();

    Task MarkSentAsync(string issue, int copies);
}

public sealed class NewsletterSender(IMailer mailer, ISubscriberStore store)
{
    public async Task<int> SendAsync(string issue, string body)
    {
        List<string> recipients = await store.ActiveAsync();
        DeliverAll(recipients, issue, body);
        await store.MarkSentAsync(issue, recipients.Count);
        return recipients.Count;
    }

    private void DeliverAll(List<string> recipients, string issue, string body)
    {
        recipients.RemoveAll(recipient => !recipient.Contains('@'));
        recipients.ForEach(recipient => DeliverAsync(recipient, issue, body)); // expect: MISSING_AWAIT?
    }

    private async Task DeliverAsync(string recipient, string issue, string body)
    {
        string greeting = recipient.Split('@')[0];
        await mailer.SendAsync(recipient, $"Newsletter {issue}", $"Dear {greeting},\n{body}");
    }
}
