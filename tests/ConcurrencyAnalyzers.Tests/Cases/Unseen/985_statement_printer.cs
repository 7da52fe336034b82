// Plain fields cross the threads, but only before Start and after Join; in between each side uses its own. difficulty: medium
namespace Cases.U985;

public sealed class StatementPrinter(Func<string, string> loadBookings, Func<string, string> loadAddress)
{
    private string _account = "";
    private string _bookings = "";
    private int _lines;
    private string _address = "";

    public string Print(string account)
    {
        _account = account;
        var loader = new Thread(LoadBookings);
        loader.Start();
        try
        {
            _address = loadAddress(account);
        }
        finally
        {
            loader.Join();
        }

        _lines++;
        return $"{_address}\n{_bookings}\n{_lines} lines";
    }

    private void LoadBookings()
    {
        _bookings = loadBookings(_account);
        _lines = _bookings.Count(c => c == '\n');
    }
}
