// Rings the bells of a tower from the smallest to the largest, each for as long as its rope is pulled. difficulty: medium
using System.Threading.Tasks;

namespace Menagerie.M1326;

public interface IBellRope
{
    void Pull(int bell, int times);
}

public sealed class BellTower(IBellRope rope)
{
    public async Task<int> RingAsync(int bells)
    {
        int strokes = 0;
        for (int bell = 1; bell <= bells; bell++)
        {
            await Task.Run(() =>
            {
                rope.Pull(bell, bells - bell + 1);
                strokes += bells - bell + 1;
            });
        }
        return strokes;
    }
}
