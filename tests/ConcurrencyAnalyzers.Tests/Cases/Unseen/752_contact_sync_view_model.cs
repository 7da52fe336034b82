// The body of ForEachAsync runs on up to eight pool threads, whatever thread the command came from; it changes plain properties and a list. difficulty: medium
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Cases.U752;

public sealed record Contact(string Name, string Email);

public interface IContactApi
{
    Task PushAsync(Contact contact, CancellationToken cancel);
}

public abstract class ViewModel : INotifyPropertyChanged
{
    public event PropertyChangedEventHandler? PropertyChanged;

    protected void Changed([CallerMemberName] string? property = null) =>
        PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(property));
}

public sealed class ContactSyncViewModel(IContactApi api) : ViewModel
{
    private readonly List<string> _failed = [];
    private int _sent;
    private bool _running;

    public string Summary => $"{_sent} sent, {_failed.Count} failed"; // expect: RACE?

    public bool Running
    {
        get => _running;
        private set
        {
            _running = value;
            Changed();
        }
    }

    public async Task SyncAsync(IReadOnlyList<Contact> contacts, CancellationToken stop)
    {
        Running = true;
        _failed.Clear();
        _sent = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stop };
        try
        {
            await Parallel.ForEachAsync(contacts, options, async (contact, cancel) =>
            {
                try
                {
                    await api.PushAsync(contact, cancel);
                    _sent++; // expect: RACE
                }
                catch (HttpRequestException)
                {
                    _failed.Add(contact.Email); // expect: RACE
                }
            });
        }
        finally
        {
            Running = false;
            Changed(nameof(Summary));
        }
    }
}
