using System.Threading.Tasks;
using ConcurrencyAnalyzers;

namespace Cases.K024;

[ThreadConfined]
class Cursor
{
    public int Position;

    public void Move() => Position++; // expect: CONTRACT#1
}

class Reader
{
    private readonly Cursor _cursor = new();

    public async Task ReadAsync()
    {
        Task ahead = Task.Run(() => _cursor.Move()); // expect: CONTRACT#1
        _cursor.Position = 0; // expect: CONTRACT?
        await ahead;
    }
}

class Readers
{
    public async Task ReadAsync()
    {
        var cursor = new Cursor();
        Task ahead = Task.Run(() => cursor.Move());
        await ahead;
        cursor.Position = 0;
    }
}
