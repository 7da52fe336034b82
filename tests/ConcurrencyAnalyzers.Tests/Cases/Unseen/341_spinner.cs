// The plain flag is set by one thread and polled by another without any fence: the loop may never see it. difficulty: medium
namespace Cases.U341;

public sealed class ConsoleSpinner(Action<char> draw)
{
    private bool _finished;

    public void ShowWhile(Action work)
    {
        var spinner = new Thread(Spin);
        spinner.Start();
        work();
        _finished = true; // expect: RACE#1
        spinner.Join();
    }

    private void Spin()
    {
        const string Shapes = "|/-\\";
        int turn = 0;
        while (!_finished) // expect: RACE#1
        {
            draw(Shapes[turn]);
            turn = (turn + 1) % Shapes.Length;
        }
    }
}
