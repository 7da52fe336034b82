// The lock object is renewed with what it guards: who waits for the old one goes on beside those that take the new one.
namespace Cases.S253;

public sealed class Tray
{
    private Queue<string> _letters = new();

    public void Put(string letter)
    {
        lock (_letters) // expect: LOCK_MISUSE
        {
            _letters.Enqueue(letter); // expect: RACE?
        }
    }

    public Queue<string> Take()
    {
        lock (_letters) // expect: LOCK_MISUSE
        {
            var taken = _letters;
            _letters = new();
            return taken; // expect: ESCAPES_LOCK?
        }
    }
}

public sealed class Shelf
{
    private readonly List<string> _books = [];
    private object _gate = new();

    public void Add(string book)
    {
        lock (_gate) // expect: LOCK_MISUSE
        {
            _books.Add(book); // expect: INCONSISTENT_LOCK?
        }
    }

    public void Renew()
    {
        _gate = new(); // expect: INCONSISTENT_LOCK?
        lock (_gate) // expect: LOCK_MISUSE
        {
            _books.Clear(); // expect: INCONSISTENT_LOCK?
        }
    }
}
